package dev.partnerops.crosscheck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerops.generating.GeneratedSet;
import dev.partnerops.generating.Scale;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A quarter, night by night: orders that change for weeks, a month that is closed and amended, a
 * provider that changes hands, a standing set by hand, a budget that runs out, a shop that
 * registers again, shops that close. At its end the books balance, and every sum is what sqlite
 * makes of the same files.
 */
class QuarterTest {

  private static final LocalDate FIRST = LocalDate.of(2020, 10, 1);
  private static final LocalDate LAST = LocalDate.of(2020, 12, 31);
  private static final Scale SCALE = new Scale(6_000, 60, 12, 40, 120, 5, LAST);

  @TempDir static Path folder;

  private static final Map<LocalDate, List<String>> DIGESTS = new TreeMap<>();
  private static SqliteJudge judge;
  private static Quarter quarter;

  @BeforeAll
  static void liveThroughIt() throws SQLException, IOException {
    new GeneratedSet(SCALE, 0).write(folder.resolve("data"), _ -> {});
    judge = new SqliteJudge();
    quarter = new Quarter(folder, judge);
    quarter.begin(FIRST);
    for (LocalDate day = FIRST; !day.isAfter(LAST); day = day.plusDays(1)) {
      quarter.night(day);
      List<String> after = quarter.content();
      quarter.nightly(day);
      DIGESTS.put(day, List.of(String.join("\n", after), String.join("\n", quarter.content())));
      quarter.deskWork(day);
    }
  }

  @AfterAll
  static void close() throws SQLException {
    judge.close();
  }

  @Test
  void aSecondRunOfAnyNightChangesNothing() {
    assertThat(DIGESTS).hasSize(92);
    DIGESTS.forEach(
        (day, digests) -> assertThat(digests.get(1)).as(day.toString()).isEqualTo(digests.get(0)));
  }

  @Test
  void theBooksBalance() {
    assertThat(quarter.run("ledger", "verify")).contains(",ok");
    List<String> accounts =
        quarter
            .run("ledger", "balance", "--by", "account", "--columns", "balance", "--no-header")
            .lines()
            .toList();
    assertThat(accounts).hasSizeGreaterThan(60);
    assertThat(accounts.stream().mapToLong(QuarterTest::fen).sum()).isZero();
  }

  private static long fen(String yuan) {
    return Long.parseLong(yuan.replace(".", ""));
  }

  @Test
  void rebatesAreSqlites() throws SQLException {
    same(
        "select entity_id, period, sum(amount) from ledger where benefit = 'rebate'"
            + " group by entity_id, period having sum(amount) <> 0 order by entity_id, period",
        """
        select merchant_id, month, printf('%.2f', ((sum(net) * 2 + 50) / 100) / 100.0)
        from net join merchants using (merchant_id)
        where month >= '2020-10'
        group by merchant_id, month
        having sum(net) * 2 >= 50
        order by merchant_id, month
        """);
  }

  @Test
  void feesAreSqlites() throws SQLException {
    same(
        "select entity_id, sum(amount) from ledger where kind = 'fee' and programme = 'shop-money'"
            + " group by entity_id having sum(amount) <> 0 order by entity_id",
        """
        with base as (
          select merchant_id, sum(net) as net
          from net join merchants using (merchant_id)
          where day >= joined_on
          group by merchant_id
        )
        select
          merchant_id,
          printf('%.2f', (
            case
              when net <= 500000 then (net + 50) / 100
              else (500000 + (net - 500000) * 5 + 50) / 100
            end) / 100.0)
        from base
        where net >= 50
        order by merchant_id
        """);
  }

  @Test
  void theStarterBudgetRanOutWhereSqliteSays() throws SQLException {
    same(
        "select entity_id, sum(amount) from ledger where benefit = 'starter'"
            + " group by entity_id order by entity_id",
        """
        with sold as (
          select merchant_id, month
          from net
          where month >= '2020-10'
          group by merchant_id, month
          having count(*) >= 3
        ), claims as (
          select
            merchant_id,
            row_number() over (order by min(month), joined_on, merchant_id) as place
          from sold join merchants using (merchant_id)
          group by merchant_id
        )
        select merchant_id, printf('%.2f', min(300, 5000 - 300 * (place - 1)) * 1.0)
        from claims
        where place <= 17
        order by merchant_id
        """);
    assertThat(quarter.query("select sum(amount) from ledger where benefit = 'starter'"))
        .containsExactly("5000.00");
  }

  @Test
  void bonusesAreSqlitesWithWhatWasSetByHand() throws SQLException {
    same(
        "select entity_id, role, period, sum(amount) from ledger where benefit = 'bonus'"
            + " group by entity_id, role, period order by entity_id, role, period",
        """
        select
          provider_id,
          role,
          month,
          case when by_hand or net >= 2500000 then '2000.00' else '500.00' end
        from provider_sales
        where by_hand or net >= 800000
        order by provider_id, role, month
        """);
  }

  @Test
  void creditsAreSqlitesLessTheOneTakenBack() throws SQLException {
    same(
        "select sum(amount) from ledger where benefit = 'credit'",
        """
        with licences as (
          select licence_no, min(joined_on) as joined_on from merchants group by licence_no
        )
        select printf('%.2f', 200.0 * count(distinct licence_no) - 200)
        from merchants join licences using (licence_no) join net using (merchant_id)
        where shop_type = 'self_built' and licences.joined_on >= '2020-09-01' and day <= '2020-12-27'
        """);
    assertThat(
            quarter.query(
                "select entity_id, amount from ledger where kind = 'clawback' order by entry"))
        .containsExactly(quarter.closedUnpaid() + ",-200.00");
    assertThat(quarter.stdoutOf("subsidy", "shop-credit", "2020-W46"))
        .contains("," + Quarter.AGAIN + ",")
        .containsPattern(Quarter.AGAIN + ",[^,]*,2020-W46,already_granted,0.00");
  }

  @Test
  void whatCameAfterTheCloseIsBookedInTheNextMonthAndNamesTheOriginal() {
    List<String> late =
        quarter.query(
            "select booked_month, count(*), count(names_entry) from ledger"
                + " where benefit = 'rebate' and period = '2020-10' and booked_month > '2020-10'"
                + " group by booked_month order by booked_month");
    assertThat(late).isNotEmpty();
    late.forEach(line -> {
      String[] cells = line.split(",");
      assertThat(cells[1]).isEqualTo(cells[2]);
    });
    assertThat(late.getFirst()).startsWith("2020-11,");
  }

  @Test
  void everyRunComesOutAgain() {
    List<String> replayed =
        quarter.run("runs", "replay", "--all", "--columns", "same", "--no-header").lines().toList();
    assertThat(replayed).hasSizeGreaterThan(15).containsOnly("true");
    assertThat(quarter.run("check", "--recompute", "--no-header")).isEmpty();
  }

  @Test
  void everyOrderOfAMonthIsAccountedFor() {
    List<String> ties =
        quarter
            .run("check", "--complete", "2020-11", "--columns", "outcome,ties", "--no-header")
            .lines()
            .filter(line -> line.startsWith("all"))
            .toList();
    assertThat(ties).hasSizeGreaterThan(5).allMatch(line -> line.endsWith(",true"));
  }

  private static void same(String ours, String sqlites) throws SQLException {
    List<String> expected = judge.answer(sqlites);
    assertThat(expected).isNotEmpty();
    assertThat(quarter.query(ours)).isEqualTo(expected);
  }
}
