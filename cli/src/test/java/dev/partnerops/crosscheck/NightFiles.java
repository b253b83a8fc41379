package dev.partnerops.crosscheck;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A set of orders as a marketplace sends it night by night: each order as it stood at the end of
 * the day, in the file of every day on which it was paid, shipped, completed or refunded.
 */
final class NightFiles {

  private static final int REFUND_AMOUNT = 10;
  private static final int STATUS = 12;
  private static final int PAID_AT = 13;
  private static final int SHIPPED_AT = 14;
  private static final int COMPLETED_AT = 15;
  private static final int REFUNDED_AT = 16;
  private static final int RATING = 17;

  private final String header;
  private final Map<LocalDate, List<String>> byDay = new TreeMap<>();

  /** Of a generated {@code orders.csv}. */
  NightFiles(Path orders) throws IOException {
    List<String> lines = Files.readAllLines(orders);
    header = lines.getFirst();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      Collection<LocalDate> days = new TreeSet<>();
      Stream.of(PAID_AT, SHIPPED_AT, COMPLETED_AT, REFUNDED_AT)
          .map(column -> day(cells[column]))
          .filter(Objects::nonNull)
          .forEach(days::add);
      days.forEach(day -> add(day, String.join(",", asOf(cells, day))));
    }
  }

  private static LocalDate day(String time) {
    return time.isEmpty() ? null : LocalDate.parse(time.substring(0, 10));
  }

  private static boolean isBy(String time, LocalDate day) {
    return !time.isEmpty() && !day(time).isAfter(day);
  }

  /** What had not happened yet is not in it; a cancelled order was so from the start. */
  private static String[] asOf(String[] cells, LocalDate day) {
    String[] known = cells.clone();
    boolean refunded = isBy(cells[REFUNDED_AT], day);
    String status = cells[STATUS];
    if (!status.equals("cancelled") && !(status.equals("refunded") && refunded)) {
      status =
          isBy(cells[COMPLETED_AT], day)
              ? "completed"
              : isBy(cells[SHIPPED_AT], day) ? "shipped" : "paid";
    }
    known[STATUS] = status;
    if (!refunded) {
      known[REFUND_AMOUNT] = status.equals("cancelled") ? cells[REFUND_AMOUNT] : "";
      known[REFUNDED_AT] = "";
    }
    for (int column : new int[] {SHIPPED_AT, COMPLETED_AT}) {
      known[column] = isBy(cells[column], day) ? cells[column] : "";
    }
    known[RATING] = known[COMPLETED_AT].isEmpty() ? "" : cells[RATING];
    return known;
  }

  /** One more row of a day. */
  void add(LocalDate day, String row) {
    byDay.computeIfAbsent(day, none -> new ArrayList<>()).add(row);
  }

  /** The newest row of an order. */
  String last(String orderId) {
    return byDay.values().stream()
        .flatMap(List::stream)
        .filter(row -> row.startsWith(orderId + ","))
        .reduce((first, last) -> last)
        .orElseThrow();
  }

  /** All days before one in one file: of an order, its last row. */
  void writeBefore(LocalDate day, Path file) throws IOException {
    Map<String, String> last = new TreeMap<>();
    byDay.forEach((each, rows) -> {
      if (each.isBefore(day)) {
        rows.forEach(row -> last.put(row.substring(0, row.indexOf(',')), row));
      }
    });
    write(file, last.values());
  }

  void write(LocalDate day, Path file) throws IOException {
    write(file, byDay.getOrDefault(day, List.of()));
  }

  private void write(Path file, Collection<String> rows) throws IOException {
    Files.writeString(file, header + "\n" + String.join("\n", rows) + "\n");
  }
}
