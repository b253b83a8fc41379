package dev.partnerops.crosscheck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerops.generating.GeneratedSet;
import dev.partnerops.generating.Scale;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The shipped programmes over a generated set, run and approved period by period, against sqlite on
 * the same files. {@code generated.sql} states all of {@code service-provider-partner} but its exit
 * and the end of its protection, which four months cannot reach, and all of {@code
 * supply-chain-badges} and {@code fanxing}. Reasons are not compared.
 */
class GeneratedProgrammesTest {

  /** Of few sets of this size two shops share a licence, and the later id joined first. */
  private static final Scale SCALE =
      new Scale(200_000, 700, 240, 1_000, 120, 18, LocalDate.of(2020, 10, 31));

  private static final String PARTNERS = "service-provider-partner";
  private static final String BADGES = "supply-chain-badges";
  private static final String FANXING = "fanxing";

  @TempDir static Path folder;

  private static SqliteJudge judge;
  private static Desk desk;

  @BeforeAll
  static void generateAndJudge() throws SQLException, IOException {
    new GeneratedSet(SCALE, 0).write(folder.resolve("data"), _ -> {});
    judge = new SqliteJudge();
    load("merchants", 1);
    load("providers", 3);
    load("affiliations", 5);
    load("sessions", 1);
    load("courses", 1);
    load("enrolments", 2);
    load("violations", 1);
    load("orders", 1);
    judge.define("generated.sql");
    desk = new Desk(folder, "desk");
    desk.bringPartners();
    desk.bring("orders", "data/orders.csv");
    for (String month : List.of("2020-07", "2020-08", "2020-09", "2020-10")) {
      desk.settle(PARTNERS, month);
    }
    desk.settle(BADGES, "2020-Q3");
    for (String day : List.of("2020-10-20", "2020-10-31")) {
      desk.settle(FANXING, day, "--as-of", day);
    }
  }

  private static void load(String dataSet, int keyColumns) throws SQLException, IOException {
    judge.load(dataSet, keyColumns, folder.resolve("data/" + dataSet + ".csv"));
  }

  @AfterAll
  static void close() throws SQLException {
    judge.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2020-07", "2020-08", "2020-09", "2020-10"})
  void scoresAreSqlites(String month) throws SQLException {
    Alike.check(
        lines("score", PARTNERS, month),
        judge.answer(
            """
            select
              'service-provider-partner',
              role,
              provider_id,
              name,
              month,
              status,
              iif(score is null, null, printf('%%.2f', score)),
              iif(score is null, null, rank() over (partition by role order by score desc))
            from scored
            where month = '%s'
            order by role, score is null, score desc, provider_id
            """
                .formatted(month)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2020-07", "2020-08", "2020-09", "2020-10"})
  void tiersAndMovementsAreSqlites(String month) throws SQLException {
    List<String> columns =
        List.of("segment", "entity_id", "tier_before", "tier_after", "tier_calculated", "action");

    Alike.check(
        lines("tier", PARTNERS, month, "--columns", String.join(",", columns)),
        judge.answer(
            """
            select role, provider_id, before.name, after.name, calculated.name, action
            from climbed
            join scored using (month, provider_id, role)
            join tier_names as before on before.tier = climbed.before
            join tier_names as after on after.tier = climbed.shown
            join tier_names as calculated on calculated.tier = climbed.tier
            where month = '%s'
            order by role, score is null, score desc, provider_id
            """
                .formatted(month)));
  }

  @Test
  void badgesAreSqlites() throws SQLException {
    Alike.check(lines("badge", BADGES, "2020-Q3"), judge.answer("select * from badges"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2020-10-20", "2020-10-31"})
  void feesAreSqlites(String day) throws SQLException {
    Alike.check(
        lines("fee", FANXING, day),
        judge.answer(
            """
            select
              'fanxing',
              merchant_id,
              name,
              day,
              printf('%%.2f', before / 100.0),
              printf('%%.2f', after / 100.0),
              printf('%%.2f', amount / 100.0),
              printf('%%.2f', standard / 100.0),
              printf('%%.2f', saved / 100.0)
            from statements
            join cohort using (merchant_id)
            where day = '%s'
            order by merchant_id
            """
                .formatted(day)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2020-10-20", "2020-10-31"})
  void grantsAreSqlites(String day) throws SQLException {
    List<String> columns = List.of("benefit", "entity_id", "name", "status", "amount");

    Alike.check(
        lines("subsidy", FANXING, day, "--columns", String.join(",", columns)),
        judge.answer(
            """
            select
              benefit,
              merchant_id,
              name,
              state,
              iif(benefit = 'welcome-credit' and state = 'granted', '200.00', '0.00')
            from credits
            join (select 1 as place, 'welcome-credit' as benefit union select 2, 'operations-contact') as benefits
            where day = '%s'
            order by benefits.place, merchant_id
            """
                .formatted(day)));
  }

  /** So that none of the above holds of nothing. */
  @Test
  void theSetHasEveryCase() throws SQLException {
    assertThat(judge.answer("select distinct action from climbed order by action"))
        .containsExactly("admit", "downgrade", "hold", "not_rated", "protected", "upgrade", "warn");
    assertThat(judge.answer("select distinct status from scored order by status"))
        .containsExactly("failed", "not_rated", "rated");
    assertThat(judge.answer("select distinct state from credits order by state"))
        .containsExactly("already_granted", "granted", "ineligible");
    assertThat(judge.answer("select distinct badge from badges where badge is not null"))
        .containsExactly("gold", "silver");
    // At the first statement only another shop of the licence can have been granted it.
    assertThat(
            judge.answer(
                "select distinct state from credits where day = '2020-10-20' order by state"))
        .contains("already_granted");
    assertThat(judge.answer("select count(*) > 0 from bases where fen > 10000000"))
        .containsExactly("1");
    assertThat(judge.answer("select count(*) > 0 from statements where amount < 0"))
        .containsExactly("1");
  }

  private static List<String> lines(
      String command, String programme, String period, String... more) {
    return desk.part(command, programme, period, more).lines().toList();
  }
}
