package dev.partnerops.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Rows as they come out of {@link PackedRows}, by column. A text that many rows share is read once,
 * and what is read of it is shared by them.
 */
final class UnpackedRows {

  private final int size;
  private final List<String> names;
  private final List<Column> columns;

  UnpackedRows(int size, List<String> names, List<Column> columns) {
    this.size = size;
    this.names = List.copyOf(names);
    this.columns = List.copyOf(columns);
  }

  /** The different texts of a column, and which of them each row has. */
  @SuppressWarnings("ArrayRecordComponent") // made by the reader, never compared
  record Column(List<String> texts, char[] places) {}

  /** What a column says of a row. */
  interface Cells<T extends @Nullable Object> {
    T at(int row);
  }

  int size() {
    return size;
  }

  int width() {
    return columns.size();
  }

  /** A column by its name; one that was not kept yet is empty in every row. */
  <T extends @Nullable Object> Cells<T> column(String name, Function<String, T> read) {
    int place = names.indexOf(name);
    if (place < 0) {
      T nothing = read.apply("");
      return row -> nothing;
    }
    return column(place, read);
  }

  Cells<String> column(String name) {
    return column(name, text -> text);
  }

  <T extends @Nullable Object> Cells<T> column(int place, Function<String, T> read) {
    Column column = columns.get(place);
    List<T> known = new ArrayList<>(column.texts().size());
    for (String text : column.texts()) {
      known.add(read.apply(text));
    }
    char[] places = column.places();
    return row -> known.get(places[row]);
  }
}
