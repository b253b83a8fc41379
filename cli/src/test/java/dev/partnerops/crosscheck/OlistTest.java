package dev.partnerops.crosscheck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerops.Corpus;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The programme of {@code samples/olist} over Olist's real files, month by month from file to
 * approved run, against sqlite on the same files. Skipped where the corpus is not present.
 */
class OlistTest {

  private static final Path DATA = Corpus.FOLDER.resolve("olist");
  private static final String PROGRAMME = "seller-recruiters";
  private static final LocalDate AS_OF = LocalDate.of(2018, 12, 31);

  @TempDir static Path folder;

  private static SqliteJudge judge;
  private static Desk desk;

  @BeforeAll
  static void loadAndEvaluate() throws SQLException, IOException {
    Corpus.require();
    judge = new SqliteJudge();
    judge.load("sellers", 1, DATA.resolve("olist_sellers_dataset.csv"));
    judge.load("deals", 1, DATA.resolve("olist_closed_deals_dataset.csv"));
    judge.load("lines", 1, DATA.resolve("order_lines.csv"));
    judge.define("olist.sql");
    desk = new Desk(folder, "desk", "olist");
    importing("merchants", "olist_sellers_dataset.csv", "olist-sellers.yaml");
    importing("merchants", "olist_closed_deals_dataset.csv", "olist-deals-merchants.yaml");
    importing("providers", "olist_closed_deals_dataset.csv", "olist-providers.yaml");
    importing("affiliations", "olist_closed_deals_dataset.csv", "olist-deals.yaml");
    importing(
        "orders",
        "order_lines.csv",
        "olist-orders.yaml",
        "--max-rejects",
        "3",
        "--zone",
        "America/Sao_Paulo");
    for (YearMonth month : months().toList()) {
      desk.settle(PROGRAMME, month.toString());
    }
  }

  @AfterAll
  static void close() throws SQLException {
    if (judge != null) {
      judge.close();
    }
  }

  static Stream<YearMonth> months() {
    return IntStream.rangeClosed(1, 8).mapToObj(month -> YearMonth.of(2018, month));
  }

  @ParameterizedTest
  @MethodSource("months")
  void eachSellerSoldWhatSqliteSays(YearMonth month) throws SQLException {
    Alike.check(
        measures("merchant", month, "orders", "gmv", "cancelled_rate", "average_rating"),
        judge.answer(
            """
            select
              merchants.seller_id,
              count(fen),
              printf('%%.2f', coalesce(sum(fen), 0) / 100.0),
              iif(count(fen), printf('%%.6f', 1.0 * sum(cancelled) / count(fen) + 1e-12), null),
              iif(count(stars), printf('%%.6f', 1.0 * sum(stars) / count(stars) + 1e-12), null)
            from merchants
            left join paid on paid.seller_id = merchants.seller_id and day between '%s' and '%s'
            group by merchants.seller_id
            order by merchants.seller_id
            """
                .formatted(month.atDay(1), month.atEndOfMonth())));
  }

  @ParameterizedTest
  @MethodSource("months")
  void eachProviderIsCreditedAsSqliteSays(YearMonth month) throws SQLException {
    Alike.check(
        measures("provider", month, "orders", "gmv"),
        judge.answer(
            """
            select sr_id, 'training', orders, printf('%%.2f', fen / 100.0)
            from measured
            where month = '%s'
            order by sr_id
            """
                .formatted(month)));
  }

  @ParameterizedTest
  @MethodSource("months")
  void eachScoreIsSqlites(YearMonth month) throws SQLException {
    Alike.check(
        part("score", month),
        judge.answer(
            """
            select
              'seller-recruiters',
              'training',
              sr_id,
              sr_id,
              month,
              iif(rated, 'rated', 'not_rated'),
              iif(rated, printf('%%.2f', score), null),
              iif(rated, rank() over (order by rated desc, score desc), null)
            from scored
            where month = '%s'
            order by rated desc, score desc, sr_id
            """
                .formatted(month)));
  }

  @ParameterizedTest
  @MethodSource("months")
  void eachMovementIsSqlites(YearMonth month) throws SQLException {
    Alike.check(
        part("tier", month, "--columns", "entity_id,tier_before,tier_after,tier_calculated,action"),
        judge.answer(
            """
            select climbed.sr_id, before.name, after.name, after.name, action
            from climbed
            join scored on scored.month = climbed.month and scored.sr_id = climbed.sr_id
            join tier_names as before on before.tier = climbed.before
            join tier_names as after on after.tier = climbed.tier
            where climbed.month = '%s'
            order by rated desc, score desc, climbed.sr_id
            """
                .formatted(month)));
  }

  /** A movement of each kind, so that none of the above holds of nothing. */
  @Test
  void theMonthsSawEveryMovement() throws SQLException {
    assertThat(judge.answer("select distinct action from climbed order by action"))
        .containsExactly("downgrade", "hold", "not_rated", "upgrade", "warn");
  }

  /**
   * By hand: 240731/3000 is 15 (65 won) + 77/3 (5 began to sell) + 14577/1000 (485.90 sold) + 10
   * (none cancelled) + 15 (4.6 stars); 49.9805 is 0 (none won) + 7 (1 began to sell) + 47211/2000
   * (2221.10 sold) + 10 (none cancelled) + 75/8 (3.75 stars).
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          4ef15afb4b2723d8f3d81e51ec7afefe | 2018-03 | upgrade   | ladder.tiers[1].enter 80.24 >= 45.00
          4ef15afb4b2723d8f3d81e51ec7afefe | 2018-08 | warn      | conditions.trusted 0.052632 <= 0.050000; ladder.down 1 >= 2
          060c0a26f19f4d66b42e0d8796688490 | 2018-08 | downgrade | ladder.tiers[2].keep 49.98 >= 55.00; ladder.down 2 >= 2
          060c0a26f19f4d66b42e0d8796688490 | 2018-03 | not_rated | minimum 1 >= 3
          """)
  void reasonsNameTheClauses(String provider, String month, String action, String reasons) {
    assertThat(
            part("tier", YearMonth.parse(month), "--columns", "entity_id,action,reasons").stream()
                .filter(row -> row.startsWith(provider)))
        .containsExactly(provider + "," + action + "," + reasons);
  }

  private static List<String> measures(String entity, YearMonth month, String... names) {
    return desk.measures(entity, AS_OF, month.atDay(1) + ".." + month.atEndOfMonth(), names);
  }

  private static List<String> part(String command, YearMonth month, String... more) {
    return desk.part(command, PROGRAMME, month.toString(), more).lines().toList();
  }

  private static void importing(String dataSet, String file, String mapping, String... more) {
    List<String> words = new ArrayList<>(List.of("--map", Desk.mapping(mapping)));
    words.addAll(List.of("--rejects", folder.resolve(mapping + ".rejects.csv").toString()));
    words.addAll(List.of(more));
    desk.bring(dataSet, DATA.resolve(file).toString(), words.toArray(String[]::new));
  }
}
