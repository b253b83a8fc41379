package dev.partnerops.importing;

import dev.partnerops.dataset.Column;
import dev.partnerops.dataset.ColumnType;
import dev.partnerops.dataset.DataSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * The table of a data set's versions as statements name it, shipped or a workspace's own: not among
 * the generated classes, which know no column that a workspace adds.
 */
final class VersionsStore {

  private static final DataType<?> DECIMAL = SQLDataType.DECIMAL(38, 10);
  private static final DataType<?> MONEY = SQLDataType.DECIMAL(18, 2);

  final Table<Record> table;
  final Field<Long> batchIn = DSL.field(name("batch_in"), SQLDataType.BIGINT);
  final Field<Long> batchOut = DSL.field(name("batch_out"), SQLDataType.BIGINT);
  final Field<Integer> line = DSL.field(name("line"), SQLDataType.INTEGER);

  /** In the order of the data set's columns. */
  final List<Field<?>> fields = new ArrayList<>();

  /** Places of the key's columns. */
  final List<Integer> key = new ArrayList<>();

  VersionsStore(DataSet dataSet) {
    table = DSL.table(DSL.name("BASE", dataSet.table().toUpperCase(Locale.ROOT)));
    for (Column column : dataSet.columns()) {
      if (dataSet.key().contains(column)) {
        key.add(fields.size());
      }
      fields.add(DSL.field(name(column.name()), type(column.type())));
    }
  }

  private static Name name(String column) {
    return DSL.name(column.toUpperCase(Locale.ROOT));
  }

  private static DataType<?> type(ColumnType type) {
    return switch (type) {
      case ID, TEXT, ONE_OF -> SQLDataType.VARCHAR;
      case INTEGER -> SQLDataType.BIGINT;
      case DECIMAL, RATE -> DECIMAL;
      case MONEY -> MONEY;
      case DAY -> SQLDataType.LOCALDATE;
      case TIME -> SQLDataType.OFFSETDATETIME;
      case FLAG -> SQLDataType.BOOLEAN;
    };
  }
}
