package dev.partnerops.importing;

import dev.partnerops.dataset.Column;
import dev.partnerops.dataset.DataSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Affiliations of two providers in one role for one subject on one day, judged after the whole file
 * and against the store (RULES 8): the later from_on is the reject, both if equal; never a row that
 * is stored already.
 */
final class Overlaps {

  private final DataSet dataSet;
  private final RowsStore rows;
  private final FileRows waiting;
  private final Function<CsvRecord, @Nullable Object[]> reader;
  private final Map<String, Subject> subjects = new HashMap<>();

  /**
   * @param reader a record's values in the order of the data set's columns
   */
  Overlaps(
      DataSet dataSet,
      RowsStore rows,
      FileRows waiting,
      Function<CsvRecord, @Nullable Object[]> reader) {
    this.dataSet = dataSet;
    this.rows = rows;
    this.waiting = waiting;
    this.reader = reader;
  }

  /** One affiliation; {@code row} is its place among the waiting rows, -1 for a stored one. */
  private record Span(int row, String provider, LocalDate from, LocalDate to) {
    boolean meets(Span other) {
      return !provider.equals(other.provider) && !from.isAfter(other.to) && !other.from.isAfter(to);
    }
  }

  /** Everything said of one subject in one role. */
  private static final class Subject {
    private final List<Span> given = new ArrayList<>();
    private final List<Span> stored = new ArrayList<>();

    /** By the row that amends it: what holds again if that row is a reject. */
    private final Map<Integer, Span> amended = new HashMap<>();
  }

  /** The waiting rows that overlap. */
  BitSet find() {
    BitSet found = new BitSet();
    if (!dataSet.name().equals("affiliations")) {
      return found;
    }
    for (int i = 0; i < waiting.count(); i++) {
      if (waiting.settled(i) == FileRows.Settled.COUNTS) {
        @Nullable Object[] values = reader.apply(waiting.get(i).record());
        subjects.computeIfAbsent(subject(values), name -> new Subject()).given.add(span(i, values));
      }
    }
    rows.forEachCurrent(this::takeStored);
    subjects.values().forEach(subject -> judge(subject, found));
    return found;
  }

  private void takeStored(StoredRow row) {
    Subject subject = subjects.get(subject(row.values()));
    if (subject == null) {
      return;
    }
    Span stored = span(-1, row.values());
    for (Span given : subject.given) {
      if (given.provider().equals(stored.provider()) && given.from().equals(stored.from())) {
        subject.amended.put(given.row(), stored);
        return;
      }
    }
    subject.stored.add(stored);
  }

  private String subject(@Nullable Object[] values) {
    return value(values, "role")
        + "\n"
        + value(values, "subject_type")
        + "\n"
        + value(values, "subject_id");
  }

  private Span span(int row, @Nullable Object[] values) {
    return new Span(
        row,
        String.valueOf(value(values, "provider_id")),
        value(values, "from_on") instanceof LocalDate from ? from : LocalDate.MIN,
        value(values, "to_on") instanceof LocalDate to ? to : LocalDate.MAX);
  }

  private @Nullable Object value(@Nullable Object[] values, String name) {
    Column column = dataSet.findColumn(name).orElseThrow();
    return values[dataSet.columns().indexOf(column)];
  }

  /** Until nothing changes, since a reject brings back what it would have amended. */
  private static void judge(Subject subject, BitSet found) {
    List<Span> standing = new ArrayList<>(subject.stored);
    List<Span> open = new ArrayList<>(subject.given);
    open.sort(Comparator.comparing(Span::from));
    while (true) {
      Set<Span> rejected = new HashSet<>();
      for (Span span : open) {
        if (standing.stream().anyMatch(span::meets)) {
          rejected.add(span);
        }
      }
      if (rejected.isEmpty()) {
        rejectAmong(open, rejected);
      }
      if (rejected.isEmpty()) {
        return;
      }
      for (Span span : rejected) {
        found.set(span.row());
        Span before = subject.amended.get(span.row());
        if (before != null) {
          standing.add(before);
        }
      }
      open.removeAll(rejected);
    }
  }

  /** Of the file's own rows, in the order of their first days. */
  private static void rejectAmong(List<Span> open, Set<Span> rejected) {
    List<Span> taken = new ArrayList<>();
    for (Span span : open) {
      boolean twin =
          open.stream().anyMatch(other -> other.from().equals(span.from()) && other.meets(span));
      if (twin || taken.stream().anyMatch(span::meets)) {
        rejected.add(span);
      } else {
        taken.add(span);
      }
    }
  }
}
