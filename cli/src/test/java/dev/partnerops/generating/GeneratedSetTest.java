package dev.partnerops.generating;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerops.dataset.Column;
import dev.partnerops.dataset.DataSet;
import dev.partnerops.dataset.DataSets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GeneratedSetTest {

  private static final int ORDERS = 30_000;
  private static final Scale SCALE =
      new Scale(ORDERS, 300, 12, 150, 120, 7, LocalDate.of(2020, 10, 31));

  @TempDir static Path folder;

  private static List<Map<String, String>> orders = List.of();

  @BeforeAll
  static void generate() {
    new GeneratedSet(SCALE, 1_000).write(folder, _ -> {});
    orders = rows("orders.csv");
  }

  @Test
  void theSameSeedGivesTheSameBytes(@TempDir Path again) throws IOException {
    for (GeneratedSet.Written file : new GeneratedSet(SCALE, 1_000).write(again, _ -> {})) {
      Path first = folder.resolve(again.relativize(file.path()));
      assertThat(file.path()).hasSameBinaryContentAs(first);
      assertThat(Files.readAllLines(first)).hasSize(Math.toIntExact(file.rows() + 1));
    }
  }

  @Test
  void anotherSeedGivesOtherOrders(@TempDir Path other) throws IOException {
    Scale scale = new Scale(1_000, 25, 12, 15, 30, 8, LocalDate.of(2020, 10, 31));
    new GeneratedSet(scale, 0).write(other.resolve("8"), _ -> {});
    Scale next = new Scale(1_000, 25, 12, 15, 30, 9, LocalDate.of(2020, 10, 31));
    new GeneratedSet(next, 0).write(other.resolve("9"), _ -> {});

    assertThat(Files.mismatch(other.resolve("8/orders.csv"), other.resolve("9/orders.csv")))
        .isNotNegative();
  }

  @Test
  void idsAreUniqueAndGrowWithTime() {
    List<String> ids = orders.stream().map(row -> row.get("order_id")).toList();
    List<String> times = orders.stream().map(row -> row.get("paid_at")).toList();

    assertThat(orders).hasSize(ORDERS);
    assertThat(ids).isSorted().doesNotHaveDuplicates().allMatch(id -> id.matches("[0-9]{15,18}"));
    assertThat(times).isSorted().first().asString().startsWith("2020-07-04");
    assertThat(times).last().asString().startsWith("2020-10-31");
  }

  @Test
  void theTopFifthOfMerchantsHasMoreThanHalfOfTheOrders() {
    List<Long> counts =
        orders.stream()
            .collect(Collectors.groupingBy(row -> row.get("merchant_id"), Collectors.counting()))
            .values()
            .stream()
            .sorted(Comparator.reverseOrder())
            .toList();
    long top = counts.stream().limit(SCALE.merchants() / 5).mapToLong(count -> count).sum();

    assertThat(top * 100 / ORDERS).isBetween(55L, 60L);
  }

  @Test
  void someAreRefundedHalfOfThemAfterTheirMonth() {
    List<Map<String, String>> refunded =
        orders.stream()
            .filter(
                row -> row.get("status").equals("refunded") || !row.get("refund_amount").isEmpty())
            .toList();
    long late =
        refunded.stream()
            .filter(row -> !row.get("refunded_at").startsWith(row.get("paid_at").substring(0, 7)))
            .count();

    assertThat(refunded.size() * 100 / ORDERS).isBetween(5, 9);
    assertThat(late * 100 / refunded.size()).isBetween(47L, 53L);
  }

  @Test
  void someAffiliationsEndInTheMiddleOfAMonth() {
    List<Map<String, String>> affiliations = rows("affiliations.csv");
    List<String> ends =
        affiliations.stream().map(row -> row.get("to_on")).filter(to -> !to.isEmpty()).toList();

    assertThat(ends.size() * 1000 / affiliations.size()).isBetween(40, 60);
    assertThat(ends).allMatch(to -> to.matches("2020-[0-9]{2}-(1[0-9]|20)"));
  }

  @Test
  void noTwoProvidersOfOneRoleWorkForTheSameSubjectAtOnce() {
    Map<String, String> ends = new HashMap<>();
    for (Map<String, String> row : rows("affiliations.csv")) {
      String subject = row.get("role") + row.get("subject_type") + row.get("subject_id");
      String before = ends.put(subject, row.get("to_on"));
      if (before != null) {
        assertThat(before).isNotEmpty().isLessThan(row.get("from_on"));
      }
    }
  }

  @Test
  void whatAnOrderSaysIsPossible() {
    assertThat(orders)
        .allMatch(row -> fen(row.get("refund_amount")) <= fen(row.get("amount")))
        .allMatch(row ->
            Stream.of("shipped_at", "completed_at", "refunded_at")
                .map(row::get)
                .allMatch(at -> at.isEmpty() || at.compareTo(row.get("paid_at")) > 0));
  }

  @Test
  void whatAnOrderNamesExists() {
    Set<String> skus = column("products.csv", "sku_id");
    Set<String> sessions = column("sessions.csv", "session_id");
    Map<String, String> joined =
        rows("merchants.csv").stream()
            .collect(Collectors.toMap(row -> row.get("merchant_id"), row -> row.get("joined_on")));
    Set<String> promoters = column("promoters.csv", "promoter_id");
    Set<String> leaders = column("leaders.csv", "leader_id");
    assertThat(orders)
        .allMatch(row -> joined.get(row.get("merchant_id")).compareTo(row.get("paid_at")) <= 0)
        .allMatch(row -> skus.contains(row.get("sku_id")))
        .allMatch(row -> sessions.contains(row.get("session_id")))
        .allMatch(row -> promoters.contains(row.get("promoter_id")))
        .allMatch(row -> leaders.contains(row.get("leader_id")));
  }

  @Test
  void theNightBringsANewDayAndLaterStates() {
    Map<String, Map<String, String>> known =
        orders.stream().collect(Collectors.toMap(row -> row.get("order_id"), Function.identity()));
    List<Map<String, String>> night = rows("night/orders.csv");
    List<Map<String, String>> later =
        night.stream().filter(row -> known.containsKey(row.get("order_id"))).toList();

    assertThat(night).hasSize(1_000).doesNotHaveDuplicates();
    assertThat(later).hasSize(100).allMatch(row -> !row.equals(known.get(row.get("order_id"))));
    assertThat(night.stream().map(row -> row.get("order_id"))).doesNotHaveDuplicates();
    assertThat(night.stream().filter(row -> row.get("paid_at").startsWith("2020-11-01")))
        .hasSize(900);
  }

  @Test
  void everyFileHasUniqueKeys() {
    Map<String, List<String>> keys =
        Map.of(
            "merchants.csv", List.of("merchant_id"),
            "providers.csv", List.of("provider_id", "role"),
            "products.csv", List.of("sku_id"),
            "sessions.csv", List.of("session_id"),
            "bookings.csv", List.of("booking_id"),
            "enrolments.csv", List.of("course_id", "merchant_id"),
            "promotions.csv", List.of("day", "merchant_id"),
            "tasks.csv", List.of("day", "merchant_id", "task"),
            "figures.csv", List.of("metric", "subject_id", "day"),
            "violations.csv", List.of("violation_id"));
    keys.forEach((file, columns) -> {
      List<List<String>> found =
          rows(file).stream().map(row -> columns.stream().map(row::get).toList()).toList();
      assertThat(found).as(file).isNotEmpty().doesNotHaveDuplicates();
    });
  }

  @ParameterizedTest
  @MethodSource("dataSets")
  void everyColumnIsWritten(DataSet dataSet) throws IOException {
    List<String> columns = dataSet.columns().stream().map(Column::name).toList();

    assertThat(header(folder.resolve(dataSet.name() + ".csv"))).isEqualTo(columns);
  }

  @ParameterizedTest
  @MethodSource("dataSets")
  void theSampleFilesHaveTheirColumnsToo(DataSet dataSet) throws IOException {
    List<String> columns =
        dataSet.name().equals("merchants")
            ? dataSet.columns().stream().map(Column::chinese).toList()
            : dataSet.columns().stream().map(Column::name).toList();

    assertThat(header(Path.of("../samples/csv", dataSet.name() + ".csv"))).isEqualTo(columns);
  }

  static List<DataSet> dataSets() {
    return DataSets.shipped().all();
  }

  private static List<String> header(Path file) throws IOException {
    try (Stream<String> lines = Files.lines(file)) {
      return List.of(lines.findFirst().orElseThrow().split(",", -1));
    }
  }

  @Test
  void aSetOfNothingHasHeadersOnly(@TempDir Path empty) throws IOException {
    Scale scale = new Scale(0, 1, 1, 1, 1, 1, LocalDate.of(2020, 10, 31));
    new GeneratedSet(scale, 0).write(empty, _ -> {});

    assertThat(Files.readAllLines(empty.resolve("orders.csv"))).hasSize(1);
    assertThat(Files.readAllLines(empty.resolve("merchants.csv"))).hasSize(2);
  }

  private static Set<String> column(String file, String column) {
    Set<String> values = new HashSet<>(rows(file).stream().map(row -> row.get(column)).toList());
    values.add("");
    return values;
  }

  private static long fen(String yuan) {
    return yuan.isEmpty() ? 0 : Long.parseLong(yuan.replace(".", ""));
  }

  private static List<Map<String, String>> rows(String file) {
    try (Stream<String> lines = Files.lines(folder.resolve(file))) {
      List<List<String>> cells =
          new ArrayList<>(lines.map(line -> List.of(line.split(",", -1))).toList());
      List<String> header = cells.removeFirst();
      return cells.stream().map(row -> row(header, row)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> row(List<String> header, List<String> cells) {
    Map<String, String> row = new HashMap<>();
    for (int column = 0; column < header.size(); column++) {
      row.put(header.get(column), cells.get(column));
    }
    return row;
  }
}
