package dev.partnerops.crosscheck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerops.generating.GeneratedSet;
import dev.partnerops.generating.Scale;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Generated orders, imported and measured, against sqlite on the same files. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class GeneratedOrdersTest {

  private static final LocalDate UNTIL = LocalDate.of(2020, 10, 31);
  private static final Scale SCALE = new Scale(200_000, 1_000, 240, 1_000, 120, 3, UNTIL);
  private static final String[] MEASURES = {
    "orders",
    "quantity",
    "commission",
    "gmv",
    "refund_amount",
    "net_sales",
    "refund_rate",
    "cancelled_rate",
    "completed_rate",
    "average_order",
    "active_days",
    "buyers",
    "promoters",
    "skus",
    "sessions",
    "on_time_ship_rate",
    "average_rating",
    "first_order_on",
    "days_to_first_order"
  };

  @TempDir static Path folder;

  private static SqliteJudge judge;
  private static Desk whole;

  @BeforeAll
  static void generateAndImport() throws SQLException, IOException {
    new GeneratedSet(SCALE, 2_000).write(folder.resolve("data"), _ -> {});
    judge = new SqliteJudge();
    judge.load("merchants", 1, folder.resolve("data/merchants.csv"));
    judge.load("providers", 3, folder.resolve("data/providers.csv"));
    judge.load("affiliations", 5, folder.resolve("data/affiliations.csv"));
    judge.execute("create index affiliations_subject on affiliations (subject_id)");
    judge.load("orders", 1, folder.resolve("data/orders.csv"));
    whole = new Desk(folder, "whole");
    whole.bringPartners();
    whole.bring("orders", "data/orders.csv");
  }

  @AfterAll
  static void close() throws SQLException {
    judge.close();
  }

  @ParameterizedTest
  @CsvSource({
    "last 30 days,     2020-10-31, 2020-10-02",
    "last 90 days,     2020-10-31, 2020-08-03",
    "last 365 days,    2020-10-31, 2019-11-02",
    "last 1 months,    2020-09-30, 2020-09-01"
  })
  @Order(1)
  void everyMeasureOfEveryMerchantIsSqlites(String window, LocalDate asOf, LocalDate from)
      throws Exception {
    Alike.check(
        whole.measures("merchant", asOf, window, MEASURES),
        judged("merchant_measures.sql", from, asOf));
  }

  @Test
  @Order(2)
  void providersAreCreditedAsSqliteDoes() throws Exception {
    List<String> expected = judged("provider_sales.sql", LocalDate.of(2020, 8, 3), UNTIL);

    Alike.check(
        whole.measures("provider", UNTIL, "last 90 days", "orders", "net_sales", "buyers"),
        expected);
  }

  /** A quarter of the orders, spread over all days, come in five ways. */
  @Test
  @Order(3)
  void theOrderOfComingDoesNotMatter() throws IOException {
    List<String> all = Files.readAllLines(folder.resolve("data/orders.csv"));
    String header = all.getFirst();
    List<String> rows =
        IntStream.range(1, all.size()).filter(row -> row % 4 == 0).mapToObj(all::get).toList();
    List<String> shuffled = new ArrayList<>(rows);
    Collections.shuffle(shuffled, new Random(116));
    List<String> older =
        rows.stream().filter(row -> row.hashCode() % 3 == 0).map(row -> asPaid(row)).toList();
    List<String> first = rows.subList(0, rows.size() / 2);
    List<String> second = rows.subList(rows.size() / 2, rows.size());
    Map<String, String> expected = after("at-once", header, rows);

    assertThat(expected)
        .allSatisfy(
            (command, answer) -> assertThat(answer.lines()).as(command).hasSizeGreaterThan(10));
    assertThat(after("halves", header, second, first)).isEqualTo(expected);
    assertThat(after("shuffled", header, shuffled)).isEqualTo(expected);
    assertThat(after("twice", header, rows, shuffled)).isEqualTo(expected);
    assertThat(after("amended", header, older, shuffled)).isEqualTo(expected);
  }

  @Test
  @Order(4)
  void theNightAmendsWhatItFinds() throws Exception {
    whole.bring("orders", "data/night/orders.csv");
    judge.load("orders", 1, folder.resolve("data/night/orders.csv"));
    LocalDate night = UNTIL.plusDays(1);

    Alike.check(
        whole.measures("merchant", night, "last 30 days", MEASURES),
        judged("merchant_measures.sql", LocalDate.of(2020, 10, 3), night));
  }

  /** All that can be asked once these files have come, one after the other. */
  @SafeVarargs
  private static Map<String, String> after(String name, String header, List<String>... files)
      throws IOException {
    Desk desk = new Desk(folder, name);
    desk.bringPartners();
    for (int file = 0; file < files.length; file++) {
      Path path = folder.resolve(name + file + ".csv");
      Files.write(path, Stream.concat(Stream.of(header), files[file].stream()).toList());
      desk.bring("orders", path.toString());
    }
    Map<String, String> answers = new LinkedHashMap<>();
    answers.put(
        "metrics", String.join("\n", desk.measures("merchant", UNTIL, "last 120 days", MEASURES)));
    for (String month : List.of("2020-07", "2020-08", "2020-09")) {
      desk.settle("service-provider-partner", month);
    }
    desk.settle("supply-chain-badges", "2020-Q3");
    desk.settle("fanxing", "2020-10-31");
    for (String format : List.of("csv", "json")) {
      for (String part : List.of("score", "tier")) {
        answers.put(
            part + " " + format,
            desk.part(part, "service-provider-partner", "2020-09", "-o", format));
      }
      answers.put(
          "badge " + format, desk.part("badge", "supply-chain-badges", "2020-Q3", "-o", format));
      for (String part : List.of("subsidy", "fee")) {
        answers.put(part + " " + format, desk.part(part, "fanxing", "2020-10-31", "-o", format));
      }
    }
    return answers;
  }

  /** An order as it stood just after it was paid. */
  private static String asPaid(String row) {
    String[] cells = row.split(",", -1);
    cells[10] = "";
    cells[12] = "paid";
    Arrays.fill(cells, 14, 18, "");
    return String.join(",", cells);
  }

  private static List<String> judged(String query, LocalDate from, LocalDate last)
      throws SQLException, IOException {
    return judge.answer(
        query, Map.of("from", from + " 00:00:00", "end", last.plusDays(1) + " 00:00:00"));
  }
}
