package dev.partnerops.importing;

import dev.partnerops.dataset.Column;
import dev.partnerops.dataset.ColumnType;
import dev.partnerops.model.Message;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Records to typed rows, or to everything that is wrong with them. Of one thread. */
final class RowReader {

  private final Layout layout;
  private final int cells;
  private final ColumnReader[] readers;
  private final int money;

  RowReader(Layout layout, ZoneId zone) {
    this.layout = layout;
    this.cells = layout.header().names().size();
    Times times = new Times(zone);
    List<ColumnReader> all = new ArrayList<>();
    int moneyPlace = -1;
    Column total = layout.dataSet().findMoney().orElse(null);
    for (Layout.Place place : layout.places()) {
      if (place.column().equals(total)) {
        moneyPlace = all.size();
      }
      all.add(new ColumnReader(place.column(), zone, times, place.format()));
    }
    this.readers = all.toArray(ColumnReader[]::new);
    this.money = moneyPlace;
  }

  Layout layout() {
    return layout;
  }

  ColumnReader reader(int place) {
    return readers[place];
  }

  /** Why the record cannot be read at all; null where its cells may be. */
  @Nullable Fault faultOfRecord(CsvRecord record) {
    int found = record.cells().length;
    if (found != cells) {
      List<String> more =
          found > cells
              ? Arrays.stream(record.cells()).skip(cells).map(Quoted::text).toList()
              : List.of();
      return more.isEmpty()
          ? Fault.ofRow("importing.row.short", found, cells)
          : Fault.ofRow("importing.row.long", found, cells, more);
    }
    return record.broken() ? Fault.ofRow("importing.row.quote") : null;
  }

  /**
   * The row's values in the order of the layout's places, null for absent.
   *
   * @param faults gets everything that is wrong; then the values are not to be used
   */
  @Nullable Object[] read(CsvRecord record, List<Fault> faults) {
    @Nullable Object[] values = new @Nullable Object[readers.length];
    Fault whole = faultOfRecord(record);
    if (whole != null) {
      faults.add(whole);
      return values;
    }
    for (int i = 0; i < readers.length; i++) {
      switch (cell(i, record)) {
        case Cell.Read(Object value) -> values[i] = value;
        case Cell.Absent absent -> {}
        case Cell.Refused(Message reason) ->
            faults.add(new Fault(layout.places().get(i).name(), reason));
      }
    }
    return values;
  }

  Cell cell(int index, CsvRecord record) {
    Layout.Place place = layout.places().get(index);
    String content = place.content(record.cells());
    return content == null
        ? Cell.refused(
            "importing.cell.untranslated",
            Quoted.text(CellText.content(record.cells()[place.cell()])),
            place.column().name())
        : readers[index].read(content);
  }

  /** The fen of a record for control totals; empty where they cannot be read (RULES 29). */
  OptionalLong findFen(CsvRecord record) {
    if (money < 0) {
      return OptionalLong.of(0);
    }
    if (faultOfRecord(record) != null) {
      return OptionalLong.empty();
    }
    String content = layout.places().get(money).content(record.cells());
    if (content == null) {
      return OptionalLong.empty();
    }
    if (content.isEmpty()) {
      return layout.places().get(money).column().required()
          ? OptionalLong.empty()
          : OptionalLong.of(0);
    }
    long fen = Numbers.fen(content);
    return Numbers.isProblem(fen) ? OptionalLong.empty() : OptionalLong.of(fen);
  }

  boolean isTime(int place) {
    return layout.places().get(place).column().type() == ColumnType.TIME;
  }
}
