package dev.partnerops.command;

import dev.partnerops.dataset.Column;
import dev.partnerops.dataset.ColumnType;
import dev.partnerops.dataset.DataSet;
import dev.partnerops.dataset.DataSets;
import dev.partnerops.dataset.Trait;
import dev.partnerops.store.OwnSchema;
import java.util.ArrayList;
import java.util.List;

/** What the data sets of a workspace ask of its store. */
final class OwnSchemas {

  private OwnSchemas() {}

  static OwnSchema of(DataSets dataSets) {
    List<OwnSchema.Table> tables = new ArrayList<>();
    for (DataSet dataSet : dataSets.all()) {
      List<OwnSchema.Column> columns = new ArrayList<>();
      String file = "";
      for (Column column : dataSet.addedColumns()) {
        Column.Origin origin = column.findOrigin().orElseThrow();
        file = file.isEmpty() ? origin.file() : file;
        columns.add(
            new OwnSchema.Column(
                column.name(),
                word(column.type()),
                sqlType(column.type()),
                column.is(Trait.KEY),
                origin.file(),
                origin.line()));
      }
      if (!columns.isEmpty()) {
        tables.add(new OwnSchema.Table(dataSet.name(), dataSet.shipped(), file, columns));
      }
    }
    return new OwnSchema(tables);
  }

  /** The word of the file: an id is a text there. */
  private static String word(ColumnType type) {
    return type == ColumnType.ID ? ColumnType.TEXT.word() : type.word();
  }

  /** Texts are kept alike, so that a later file may let one refer or take it from a list. */
  private static String sqlType(ColumnType type) {
    return switch (type) {
      case ID, TEXT, ONE_OF -> ColumnType.TEXT.sql();
      case INTEGER, DECIMAL, MONEY, RATE, DAY, TIME, FLAG -> type.sql();
    };
  }
}
