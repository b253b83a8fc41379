package dev.partnerops;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerops.ledger.RunInputs;
import dev.partnerops.ledger.RunInputsStore;
import dev.partnerops.sql.Tables;
import dev.partnerops.store.Store;
import dev.partnerops.store.StoreFolder;
import dev.partnerops.store.StoreUse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs come out alike from what they read, whatever became of the workspace and the store since
 * (SPEC section 5): of a ladder with remembered points, rates reckoned again, fees, a budget, own
 * data sets and metrics, and of a programme that reads another's tiers.
 */
final class ReplayTest {

  private static final String STARS =
      """
      programme: stars
      title: {en: Stars}
      effective: {from: 2020-01-01}
      entity: merchant
      evaluate: {every: month}
      when_missing: unmet
      metrics:
        sales: {metric: net_sales, except: {fake: true}}
        good: {metric: good_reviews}
      scorecard:
        range: [0, 100]
        kpis:
          - {metric: sales, weight: 60, curve: [[0, 0], [1000, 100]]}
          - {metric: good, weight: 40, curve: [[0, 0], [3, 100]]}
        entries:
          - {entry: slump, when: {metric: growth, less_than: 0}, points: -5, remember: last 70 days}
      ladder:
        tiers: [{tier: plain}, {tier: silver, enter: 40}, {tier: gold, enter: 70}]
        down: {after: 2}
      ranking:
        by: {metric: score}
        quotas: [{badge: best, top: 2}]
      grants:
        - {benefit: rebate, kind: cash, amount: {rate: 10%, of: {metric: sales}}}
      limits: [{per: programme, each: month, at_most: 150, when_short: pro_rata}]
      fee:
        base: {metric: net_sales, window: since joined_on}
        bands: [{up_to: 1500, rate: 1%}, {rate: 5%}]
        standard: 5%
      """;

  private static final String CLUB =
      """
      programme: club
      title: {en: Club}
      effective: {from: 2020-01-01}
      entity: merchant
      evaluate: {every: month}
      grants:
        - benefit: present
          kind: credit
          eligible: {tier: silver, or_above: true, of: stars}
          amount: {by: country, rows: {CN: 30}, else: 20}
      """;

  private static final String GOOD_REVIEWS =
      """
      -- Reviews with many stars, written in the window.
      -- entity: merchant
      -- unit: count
      -- clock: reviews.written_at
      -- title: {en: Good reviews, zh: 好评}
      -- with: {least: 4}
      select
        r.merchant_id as entity_id,
        count(*) as value
      from reviews as r
      where r.written_at >= :from
        and r.written_at < :to
        and r.stars >= :least
      group by r.merchant_id
      """;

  @TempDir static Path folder;

  private static Path made;
  private static String runsBefore;

  @BeforeAll
  static void make() throws IOException {
    made = folder.resolve("made");
    Files.createDirectories(made);
    run(made, "init");
    write("programmes/stars.yaml", STARS);
    write("programmes/club.yaml", CLUB);
    write("datasets/country.yaml", "{extends: merchants, columns: {country: {type: text}}}\n");
    write("datasets/fake.yaml", "{extends: orders, columns: {fake: {type: flag}}}\n");
    write(
        "datasets/reviews.yaml",
        """
        dataset: reviews
        key: [review_id]
        clock: written_at
        columns:
          review_id: {type: text}
          merchant_id: {type: text, refers: merchants, required: true}
          written_at: {type: time, required: true}
          stars: {type: integer, required: true}
        """);
    write("metrics/good_reviews.sql", GOOD_REVIEWS);
    write(
        "metrics/growth.yaml",
        """
        metrics:
          current: {metric: net_sales}
          earlier: {metric: net_sales, window: previous period}
          growth: {expr: current - earlier}
        """);
    write("merchants.csv", merchants("CN"));
    write("reviews.csv", reviews(4));
    write("orders-1.csv", orders(8, 9, 100));
    write("orders-2.csv", orders(9, 10, 130));
    run(made, "import", "merchants", "merchants.csv");
    run(made, "import", "reviews", "reviews.csv");
    run(made, "import", "orders", "orders-1.csv");
    settle("stars", "2020-08", "2020-09-05");
    settle("club", "2020-08", "2020-09-05");
    // Club reads the tiers of August, for those of September are approved after it was judged.
    run(made, "score", "--programme", "stars", "--period", "2020-09", "--as-of", "2020-10-05");
    run(made, "score", "--programme", "club", "--period", "2020-09", "--as-of", "2020-10-05");
    run(made, "approve", "3");
    run(made, "approve", "4");
    run(made, "import", "orders", "orders-2.csv");
    settle("stars", "2020-10", "2020-11-05");
    settle("club", "2020-10", "2020-11-05");
    runsBefore = run(made, "runs", "replay", "--all").stdout();
  }

  private static void settle(String programme, String period, String asOf) {
    run(made, "score", "--programme", programme, "--period", period, "--as-of", asOf);
    run(made, "approve", "--programme", programme, "--period", period);
  }

  @Test
  void whateverBecameOfFilesRowsAndOtherRuns() throws IOException {
    Path desk = copy("changed");
    assertThat(runsBefore.lines().skip(1)).hasSize(6).allMatch(line -> line.endsWith(",true"));
    Files.writeString(
        desk.resolve("metrics/good_reviews.sql"), GOOD_REVIEWS.replace("least: 4", "least: 1"));
    Files.writeString(desk.resolve("metrics/growth.yaml"), "metrics:\n  growth: {expr: 1 - 2}\n");
    Files.writeString(
        desk.resolve("programmes/stars-2.yaml"),
        STARS
            .replace("title:", "edition: 2\ntitle:")
            .replace("from: 2020-01-01", "from: 2020-11-01")
            .replace("{tier: silver, enter: 40}, ", "")
            .replace("up_to: 1500", "up_to: 15"));
    Files.writeString(
        desk.resolve("programmes/stars.yaml"),
        STARS.replace("{from: 2020-01-01}", "{from: 2020-01-01, to: 2020-10-31}"));
    Files.writeString(desk.resolve("programmes/club.yaml"), CLUB.replace("30", "31"));
    Files.writeString(
        desk.resolve("datasets/colour.yaml"),
        "{extends: merchants, columns: {colour: {type: text}}}\n");
    Files.writeString(desk.resolve("merchants.csv"), merchants("FR"));
    Files.writeString(desk.resolve("reviews.csv"), reviews(2));
    Files.writeString(desk.resolve("orders-3.csv"), orders(8, 10, 77));
    run(desk, "import", "merchants", "merchants.csv");
    run(desk, "import", "reviews", "reviews.csv");
    run(desk, "import", "--withdraw", "4");
    run(desk, "import", "orders", "orders-3.csv");
    run(desk, "reject", "6");
    run(desk, "reject", "5");
    run(desk, "store", "compact");
    assertThat(run(desk, "runs", "replay", "--all").stdout()).isEqualTo(runsBefore);
    assertThat(run(desk, "check", "--recompute", "1", "2", "3", "4", "5", "6").stdout())
        .isEqualTo("run,programme,period,part,entity_id,role,what,stored,fresh\n");
    assertThat(run(desk, "explain", "M1", "--programme", "stars", "--period", "2020-09").stdout())
        .isEqualTo(
            run(made, "explain", "M1", "--programme", "stars", "--period", "2020-09").stdout());
  }

  @Test
  void aTextThatIsNotWhatTheRunReadIsDamage() throws IOException {
    Path desk = copy("damaged");
    inStore(
        desk,
        sql ->
            sql.update(Tables.SOURCE)
                .set(Tables.SOURCE.CONTENT, GOOD_REVIEWS.replace("least: 4", "least: 1"))
                .where(Tables.SOURCE.NAME.eq("metrics/good_reviews.sql"))
                .execute());
    Invocation replayed = Invocation.of(desk, "runs", "replay", "1");
    assertThat(replayed.exit()).isEqualTo(7);
    assertThat(replayed.stderr())
        .isEqualTo(
            "run 1 read metrics/good_reviews.sql, and that text is damaged in the store; restore"
                + " the store from a backup\n");
  }

  @Test
  void otherRowsFromTheSameVersionAreDamageAndFromAnotherAFinding() throws IOException {
    Path desk = copy("other-rows");
    inStore(
        desk,
        sql ->
            sql.update(Tables.RUN)
                .set(Tables.RUN.RESULT_DIGEST, "0".repeat(64))
                .where(Tables.RUN.RUN_.eq(2L))
                .execute());
    Invocation same = Invocation.of(desk, "runs", "replay", "1", "2");
    assertThat(same.exit()).isEqualTo(7);
    assertThat(same.stdout().lines().skip(1).map(line -> line.replaceAll(".*,", "")))
        .containsExactly("true", "false");
    assertThat(same.stderr()).contains("runs 2 come out otherwise");
    inStore(desk, sql -> sql.update(Tables.RUN).set(Tables.RUN.CODE_VERSION, "0.0.1").execute());
    Invocation other = Invocation.of(desk, "runs", "replay", "--all");
    assertThat(other.exit()).isZero();
    assertThat(other.stderr()).startsWith("run 2 was made by version 0.0.1 and comes out");
    assertThat(Invocation.of(desk, "runs", "replay", "2", "--fail-on", "differs").exit())
        .isEqualTo(10);
  }

  @Test
  void runsOfEarlierStoresSawWhatHadHappenedBeforeThem() throws IOException {
    Path desk = copy("earlier");
    List<RunInputs> kept = new ArrayList<>();
    List<RunInputs> workedOut = new ArrayList<>();
    inStore(
        desk,
        sql -> {
          RunInputsStore inputs = new RunInputsStore(sql);
          for (long run = 1; run <= 6; run++) {
            kept.add(inputs.of(run));
          }
          sql.update(Tables.RUN)
              .setNull(Tables.RUN.LAST_EVENT)
              .setNull(Tables.RUN.LAST_ENTRY)
              .execute();
          for (long run = 1; run <= 6; run++) {
            workedOut.add(inputs.of(run));
          }
        });
    assertThat(workedOut).extracting(RunInputs::areKept).containsOnly(false);
    assertThat(workedOut)
        .extracting(RunInputs::seen)
        .isEqualTo(kept.stream().map(RunInputs::seen).toList());
    Invocation alike = Invocation.of(desk, "runs", "replay", "--all");
    assertThat(alike.stdout()).isEqualTo(runsBefore);
    assertThat(alike.stderr().lines())
        .hasSize(6)
        .allMatch(line -> line.contains("was stored before"));
    Files.writeString(
        desk.resolve("metrics/good_reviews.sql"), GOOD_REVIEWS.replace("least: 4", "least: 1"));
    Invocation unknown = Invocation.of(desk, "runs", "replay", "1");
    assertThat(unknown.exit()).isZero();
    assertThat(unknown.stdout()).endsWith(",\n");
    assertThat(unknown.stderr()).contains("cannot be told");
    Invocation recomputed =
        Invocation.of(desk, "check", "--recompute", "1", "--fail-on", "recompute");
    assertThat(recomputed.exit()).isEqualTo(10);
    assertThat(recomputed.stdout())
        .startsWith("run,programme,period,part,entity_id,role,what,stored,fresh\n")
        .contains("\n1,stars,2020-08,score,M1,,points.good,")
        .contains("\n1,stars,2020-08,value,M1,,");
    Files.delete(desk.resolve("metrics/good_reviews.sql"));
    Invocation impossible = Invocation.of(desk, "runs", "replay", "1");
    assertThat(impossible.exit()).isZero();
    assertThat(impossible.stdout()).endsWith(",,\n");
    assertThat(impossible.stderr()).contains("run 1 cannot be judged again");
  }

  private static void inStore(Path desk, Consumer<DSLContext> work) {
    StoreUse use = new StoreUse("test", Duration.ZERO, Invocation.CLOCK);
    try (Store store = Store.openToWrite(new StoreFolder(desk.resolve("store")), use)) {
      work.accept(store.sql());
      store.publish();
    }
  }

  private static Path copy(String name) throws IOException {
    Path desk = folder.resolve(name);
    Workspaces.copy(made, desk);
    return desk;
  }

  private static void write(String file, String text) throws IOException {
    Files.writeString(made.resolve(file), text);
  }

  private static String merchants(String country) {
    StringBuilder text = new StringBuilder("merchant_id,name,shop_type,status,joined_on,country\n");
    for (int i = 1; i <= 5; i++) {
      text.append("M").append(i).append(",Shop ").append(i).append(",other,active,2020-0");
      text.append(i).append("-01,").append(i % 2 == 0 ? "DE" : country).append('\n');
    }
    return text.toString();
  }

  private static String reviews(int most) {
    StringBuilder text = new StringBuilder("review_id,merchant_id,written_at,stars\n");
    for (int i = 0; i < 60; i++) {
      text.append("R").append(i).append(",M").append(1 + i % 5).append(",2020-");
      text.append(i % 3 == 0 ? "08" : i % 3 == 1 ? "09" : "10").append("-1").append(i % 10);
      text.append(" 10:00:00,").append(1 + (i * 7) % (most + 1)).append('\n');
    }
    return text.toString();
  }

  /** Of those months; another {@code yuan} amends the orders of a month that came before. */
  private static String orders(int from, int to, int yuan) {
    StringBuilder text =
        new StringBuilder(
            "order_id,merchant_id,amount,refund_amount,status,paid_at,refunded_at,fake\n");
    for (int month = from; month <= to; month++) {
      for (int i = 0; i < 40; i++) {
        boolean refunded = (i + month + yuan) % 7 == 0;
        text.append("O").append(month).append('-').append(i).append(",M").append(1 + i % 5);
        text.append(',').append(yuan + i * 3).append(".10,").append(refunded ? "20.00" : "");
        text.append(",completed,2020-").append(month < 10 ? "0" : "").append(month).append("-");
        text.append(10 + i % 20).append(" 10:00:00,").append(refunded ? "2020-10-20 10:00:00" : "");
        text.append(',').append(i % 11 == 0).append('\n');
      }
    }
    return text.toString();
  }

  private static Invocation run(Path desk, String... words) {
    Invocation done = Invocation.of(desk, words);
    assertThat(done.exit()).as(String.join(" ", words) + ": " + done.stderr()).isZero();
    return done;
  }
}
