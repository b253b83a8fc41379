package dev.partnerops.metrics;

import dev.partnerops.output.Column;
import dev.partnerops.output.ResultTable;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** The rows of a user's SELECT as a table, one at a time; times are those of the zone. */
final class QueryAnswer {

  private final Rows rows;
  private final ZoneId zone;
  private boolean hasNext;

  /** Looks for the first row at once: a statement that fails there has printed nothing yet. */
  QueryAnswer(Rows rows, ZoneId zone) {
    this.rows = rows;
    this.zone = zone;
    this.hasNext = rows.next();
  }

  ResultTable table() {
    List<Column> columns = new ArrayList<>();
    rows.columns().forEach(column -> columns.add(new Column(column.name(), kind(column.kind()))));
    return new ResultTable(columns, RowIterator::new);
  }

  private static Column.Kind kind(Rows.Kind kind) {
    return switch (kind) {
      case TEXT, TIME -> Column.Kind.TEXT;
      case WHOLE -> Column.Kind.COUNT;
      case MONEY -> Column.Kind.MONEY;
      case DECIMAL -> Column.Kind.NUMBER;
      case DAY -> Column.Kind.DAY;
      case FLAG -> Column.Kind.FLAG;
    };
  }

  private final class RowIterator implements Iterator<List<? extends @Nullable Object>> {
    @Override
    public boolean hasNext() {
      return hasNext;
    }

    @Override
    public List<@Nullable Object> next() {
      if (!hasNext) {
        throw new NoSuchElementException();
      }
      List<@Nullable Object> row = new ArrayList<>(rows.columns().size());
      for (int i = 0; i < rows.columns().size(); i++) {
        row.add(cell(rows.cell(i)));
      }
      hasNext = rows.next();
      return row;
    }

    private @Nullable Object cell(@Nullable Object cell) {
      return cell instanceof OffsetDateTime time
          ? DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
              time.atZoneSameInstant(zone).toOffsetDateTime())
          : cell;
    }
  }
}
