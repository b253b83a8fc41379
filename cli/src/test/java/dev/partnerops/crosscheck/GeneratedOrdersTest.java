package dev.partnerops.crosscheck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerops.Invocation;
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
import java.util.List;
import java.util.Map;
import java.util.Random;
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
  private static final Scale SCALE = new Scale(200_000, 2_000, 40, 1_000, 120, 3, UNTIL);
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

  @BeforeAll
  static void generateAndImport() throws SQLException, IOException {
    new GeneratedSet(SCALE, 2_000).write(folder.resolve("data"), _ -> {});
    judge = new SqliteJudge();
    judge.load("merchants", 1, folder.resolve("data/merchants.csv"));
    judge.load("providers", 3, folder.resolve("data/providers.csv"));
    judge.load("affiliations", 5, folder.resolve("data/affiliations.csv"));
    judge.execute("create index affiliations_subject on affiliations (subject_id)");
    judge.load("orders", 1, folder.resolve("data/orders.csv"));
    workspace("whole");
    importing("whole", "orders", "data/orders.csv");
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
        measures("whole", "merchant", asOf, window, MEASURES),
        judged("merchant_measures.sql", from, asOf));
  }

  @Test
  @Order(2)
  void providersAreCreditedAsSqliteDoes() throws Exception {
    List<String> expected = judged("provider_sales.sql", LocalDate.of(2020, 8, 3), UNTIL);

    Alike.check(
        measures("whole", "provider", UNTIL, "last 90 days", "orders", "net_sales", "buyers"),
        expected);
  }

  @Test
  @Order(3)
  void theOrderOfComingDoesNotMatter() throws IOException {
    List<String> rows = new ArrayList<>(Files.readAllLines(folder.resolve("data/orders.csv")));
    String header = rows.removeFirst();
    rows.subList(rows.size() / 4, rows.size()).clear();
    List<String> shuffled = new ArrayList<>(rows);
    Collections.shuffle(shuffled, new Random(116));
    List<String> older =
        rows.stream().filter(row -> row.hashCode() % 3 == 0).map(row -> asPaid(row)).toList();
    List<String> first = rows.subList(0, rows.size() / 2);
    List<String> second = rows.subList(rows.size() / 2, rows.size());
    List<String> expected = after("at-once", header, rows);

    Alike.check(after("halves", header, second, first), expected);
    Alike.check(after("shuffled", header, shuffled), expected);
    Alike.check(after("twice", header, rows, shuffled), expected);
    Alike.check(after("amended", header, older, shuffled), expected);
  }

  @Test
  @Order(4)
  void theNightAmendsWhatItFinds() throws Exception {
    importing("whole", "orders", "data/night/orders.csv");
    judge.load("orders", 1, folder.resolve("data/night/orders.csv"));
    LocalDate night = UNTIL.plusDays(1);

    Alike.check(
        measures("whole", "merchant", night, "last 30 days", MEASURES),
        judged("merchant_measures.sql", LocalDate.of(2020, 10, 3), night));
  }

  /** The measures once these files have come, one after the other. */
  @SafeVarargs
  private static List<String> after(String name, String header, List<String>... files)
      throws IOException {
    workspace(name);
    for (int file = 0; file < files.length; file++) {
      Path path = folder.resolve(name + file + ".csv");
      Files.write(path, Stream.concat(Stream.of(header), files[file].stream()).toList());
      importing(name, "orders", path.toString());
    }
    return measures(name, "merchant", UNTIL, "last 120 days", MEASURES);
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

  private static void workspace(String name) {
    run("init", name);
    for (String dataSet : List.of("merchants", "providers", "promoters", "affiliations")) {
      importing(name, dataSet, "data/" + dataSet + ".csv");
    }
  }

  private static void importing(String workspace, String dataSet, String file) {
    run("-w", workspace, "import", dataSet, file);
  }

  private static List<String> measures(
      String workspace, String entity, LocalDate asOf, String window, String... names) {
    List<String> words = new ArrayList<>();
    Collections.addAll(words, "-w", workspace, "metrics", "compute", "--entity", entity);
    Collections.addAll(words, "--window", window, "--as-of", asOf.toString(), "--no-header");
    Collections.addAll(words, names);
    return run(words.toArray(String[]::new)).lines().toList();
  }

  private static String run(String... words) {
    Invocation invocation = Invocation.of(folder, words);
    assertThat(invocation.exit()).as(String.join(" ", words) + "\n" + invocation.stderr()).isZero();
    return invocation.stdout();
  }
}
