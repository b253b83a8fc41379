package dev.partnerops.importing;

import dev.partnerops.dataset.Column;
import dev.partnerops.dataset.DataSet;
import dev.partnerops.dataset.Trait;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Imports a file of any data set but orders: first every row is read and waits for its twins, then
 * those that count are compared with the store and written, unpublished.
 */
final class RowImport {

  private final OpenFile file;
  private final DataSet dataSet;
  private final ZoneId zone;
  private final FileRows waiting;
  private final RowReader reader;
  private final RowsStore rows;
  private final Rejects rejects;
  private final Totals totals;
  private final Written written = new Written();
  private final RowRules rules;

  /** For each place of the layout the index of its column in the data set. */
  private final int[] columns;

  private final boolean[] inKey;

  RowImport(
      OpenFile file,
      ZoneId zone,
      FileRows waiting,
      RowsStore rows,
      Rejects rejects,
      Totals totals) {
    this.file = file;
    this.dataSet = file.layout().dataSet();
    this.zone = zone;
    this.waiting = waiting;
    this.reader = new RowReader(file.layout(), zone);
    this.rows = rows;
    this.rejects = rejects;
    this.totals = totals;
    this.rules = new RowRules(dataSet);
    this.columns =
        file.layout().places().stream()
            .mapToInt(place -> dataSet.columns().indexOf(place.column()))
            .toArray();
    this.inKey = new boolean[columns.length];
    for (int i = 0; i < columns.length; i++) {
      inKey[i] = dataSet.columns().get(columns[i]).is(Trait.KEY);
    }
  }

  /** A record read on another thread: its values, or what is wrong with it. */
  @SuppressWarnings("ArrayRecordComponent") // never compared or shown; lives for one chunk
  private record Outcome(CsvRecord record, @Nullable Object[] values, List<Fault> faults) {}

  /** Reads the whole file. */
  void read(Runnable progress) {
    ChunkPipeline.<List<Outcome>>run(
        file,
        () -> {
          RowReader own = new RowReader(file.layout(), zone);
          return records -> outcomes(own, records);
        },
        outcomes -> outcomes.forEach(this::take),
        progress);
  }

  private static List<Outcome> outcomes(RowReader reader, List<CsvRecord> records) {
    List<Outcome> outcomes = new ArrayList<>(records.size());
    for (CsvRecord record : records) {
      List<Fault> faults = new ArrayList<>();
      outcomes.add(new Outcome(record, reader.read(record, faults), faults));
    }
    return outcomes;
  }

  private void take(Outcome outcome) {
    if (!outcome.faults().isEmpty()) {
      reject(outcome.record(), outcome.faults());
      return;
    }
    StringBuilder key = new StringBuilder();
    for (int i = 0; i < columns.length; i++) {
      if (inKey[i]) {
        key.append(outcome.values()[i]).append('\n');
      }
    }
    waiting.add(
        new FileRows.Waiting(outcome.record(), key.toString(), Arrays.toString(outcome.values())));
  }

  private void reject(CsvRecord record, List<Fault> faults) {
    rejects.add(new Reject(record, faults), reader.findFen(record));
  }

  /**
   * Writes what counts.
   *
   * @param imports the batches whose versions may be built on; others are copies that a withdrawal
   *     made
   */
  Written write(long batch, Set<Long> imports, Runnable progress) {
    boolean empty = rows.isEmpty();
    BitSet overlapping = new Overlaps(dataSet, rows, waiting, this::full).find();
    for (int i = 0; i < waiting.count(); i++) {
      FileRows.Waiting row = waiting.get(i);
      CsvRecord record = row.record();
      switch (waiting.settled(i)) {
        case UNLIKE ->
            reject(
                record,
                List.of(
                    Fault.ofRow(
                        "importing.row.unlike",
                        Quoted.text(row.key().strip().replace('\n', ' ')),
                        waiting.otherLine(i))));
        case REPEATED -> totals.add(Totals.Outcome.UNCHANGED, 1, fen(record));
        case COUNTS -> {
          if (overlapping.get(i)) {
            reject(record, List.of(Fault.ofRow("importing.row.overlap")));
          } else {
            write(batch, record, empty, imports);
          }
        }
      }
      progress.run();
    }
    rows.flush();
    return written;
  }

  private void write(long batch, CsvRecord record, boolean empty, Set<Long> imports) {
    @Nullable Object[] values = full(record);
    Optional<StoredRow> found = empty ? Optional.empty() : rows.findCurrent(values);
    if (found.isPresent()) {
      keepLacking(values, found.get().values());
    }
    Optional<Fault> fault = rules.findFault(values);
    if (fault.isPresent()) {
      reject(record, List.of(fault.get()));
      return;
    }
    findDay(values).ifPresent(written::day);
    if (found.isEmpty()) {
      rows.insert(batch, record.line(), values);
      totals.add(Totals.Outcome.INSERTED, 1, fen(record));
      return;
    }
    StoredRow stored = found.get();
    written.buildsOn.add(
        imports.contains(stored.batch())
            ? stored.batch()
            : rows.findNewest(values, imports).map(StoredRow::batch).orElse(stored.batch()));
    if (Arrays.equals(values, stored.values())) {
      totals.add(Totals.Outcome.UNCHANGED, 1, fen(record));
      return;
    }
    rows.close(batch, stored);
    rows.insert(batch, record.line(), values);
    totals.add(Totals.Outcome.AMENDED, 1, fen(record));
  }

  /** The record's values in the order of the data set's columns; what the file lacks is absent. */
  private @Nullable Object[] full(CsvRecord record) {
    @Nullable Object[] read = reader.read(record, new ArrayList<>());
    @Nullable Object[] values = new @Nullable Object[dataSet.columns().size()];
    for (int i = 0; i < columns.length; i++) {
      values[columns[i]] = read[i];
    }
    return values;
  }

  /** A column that the file lacks keeps its value (RULES 8). */
  private void keepLacking(@Nullable Object[] values, @Nullable Object[] stored) {
    for (int i = 0; i < values.length; i++) {
      int column = i;
      if (Arrays.stream(columns).noneMatch(given -> given == column)) {
        values[i] = stored[i];
      }
    }
  }

  private Optional<LocalDate> findDay(@Nullable Object[] values) {
    Optional<Column> clock = dataSet.findClock();
    if (clock.isEmpty()) {
      return Optional.empty();
    }
    return switch (values[dataSet.columns().indexOf(clock.get())]) {
      case LocalDate day -> Optional.of(day);
      case Instant time -> Optional.of(LocalDate.ofInstant(time, zone));
      case null, default -> Optional.empty();
    };
  }

  private long fen(CsvRecord record) {
    OptionalLong fen = reader.findFen(record);
    return fen.orElse(0);
  }
}
