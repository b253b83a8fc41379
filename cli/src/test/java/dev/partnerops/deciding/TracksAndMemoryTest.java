package dev.partnerops.deciding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerops.programme.ProgrammeReader;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tracks, what an entry remembers, what a pause keeps: policy text judged (SPEC section 4). */
class TracksAndMemoryTest {

  private static final String HEAD =
      """
      programme: p
      title: {en: P}
      effective: {from: 2020-10-01}
      entity: provider
      evaluate: {every: month}
      """;

  private static final String TRACKS =
      HEAD
          + """
          scorecard:
            tracks:
              enterprise:
                - {kpi: adds, metric: adds, weight: 30, curve: [[0, 0], [30, 100]]}
                - {kpi: growth, metric: growth, weight: 70, curve: [[0, 0], [70, 100]], floor: {more_than: 0}}
              smb:
                - {kpi: adds, metric: smb_adds, weight: 40, curve: [[0, 0], [40, 100]], floor: {more_than: 0}}
                - {kpi: certificates, metric: certificates, weight: 60, curve: [[0, 0], [60, 100]]}
          """;

  @Test
  void takesTheTrackWithTheHigherTotalAndNotTheBestOfEachMetric() {
    // 20 + 40 = 60 against 5 + 52 = 57: the best of each metric would be 20 + 52 = 72.
    EntityDecision decision = tracks("20", "40", "5", "52");
    assertThat(decision.score()).hasToString("60");
    assertThat(points(decision)).containsExactly("adds 20", "growth 40");
  }

  @Test
  void takesTheFirstOfEqualTracks() {
    assertThat(points(tracks("20", "40", "30", "30"))).containsExactly("adds 20", "growth 40");
  }

  @Test
  void failsByTheFloorsOfTheTrackThatCounts() {
    assertThat(tracks("30", "0", "0", "20").status()).isEqualTo(Status.FAILED);
    assertThat(tracks("30", "0", "1", "30").status()).isEqualTo(Status.RATED);
  }

  private static EntityDecision tracks(
      String adds, String growth, String smbAdds, String certificates) {
    return new Cases(ProgrammeReader.read("p.yaml", TRACKS, new AnyName()))
        .metrics(
            "P", "adds", adds, "growth", growth, "smb_adds", smbAdds, "certificates", certificates)
        .approveOne("2020-10");
  }

  private static List<String> points(EntityDecision decision) {
    return decision.points().stream().map(each -> each.name() + " " + each.points()).toList();
  }

  @Test
  void addsWhatAnEntryRecordedBefore() {
    Cases cases =
        cases(
            """
            scorecard:
              start: 200
              entries: [{entry: late, metric: late, points: -10, remember: last 365 days, limit: 35}]
            """);
    assertThat(cases.metrics("P", "late", "2").approveOne("2020-10").score()).hasToString("180");
    assertThat(cases.metrics("P", "late", "0").approveOne("2020-11").score()).hasToString("180");
    assertThat(cases.metrics("P", "late", "1").approveOne("2020-12").score()).hasToString("170");
    assertThat(cases.metrics("P", "late", "1").approveOne("2021-01").score()).hasToString("165");
  }

  @Test
  void keepsWhatTodaysWindowLeavesOut() {
    // Whole months end before today: what a week recorded is in them when the month is over.
    Cases cases =
        cases(
            """
            scorecard:
              start: 200
              entries: [{entry: late, metric: late, points: -10, remember: last 1 months}]
            """);
    assertThat(cases.metrics("P", "late", "2").approveOne("2020-W41").score()).hasToString("180");
    assertThat(cases.metrics("P", "late", "0").approveOne("2020-W42").score()).hasToString("200");
    assertThat(cases.approveOne("2020-W45").score()).hasToString("180");
    assertThat(cases.approveOne("2020-W49").score()).hasToString("200");
  }

  @Test
  void showsNoTierWhileNotRatedWhereItDrops() {
    Cases cases = unrated("drop");
    EntityDecision dropped = cases.metrics("P", "orders", "0").approveOne("2020-11");
    assertThat(dropped.tierAfter()).isEmpty();
    assertThat(dropped.tierCalculated()).isEqualTo("b");
    assertThat(cases.metrics("P", "orders", "10").approveOne("2020-12").tierAfter()).isEqualTo("b");
  }

  @Test
  void countsAPauseAsAMissWhereItCounts() {
    Cases cases = unrated("count");
    assertThat(cases.metrics("P", "orders", "0").approveOne("2020-11").action())
        .isEqualTo(Action.WARN);
    assertThat(cases.approveOne("2020-12").tierAfter()).isEqualTo("a");
  }

  @Test
  void beginsMissesAnewAfterAPauseWhereItResets() {
    for (String notRated : List.of("pause", "reset")) {
      Cases cases = unrated(notRated);
      assertThat(cases.metrics("P", "quality", "40").approveOne("2020-11").action())
          .isEqualTo(Action.WARN);
      cases.metrics("P", "orders", "0").approveOne("2020-12");
      assertThat(cases.metrics("P", "orders", "10").approveOne("2021-01").action())
          .isEqualTo(notRated.equals("pause") ? Action.DOWNGRADE : Action.WARN);
    }
  }

  private static Cases unrated(String notRated) {
    Cases cases =
        cases(
            """
            minimum: {metric: orders, at_least: 10}
            scorecard: {kpis: [{metric: quality, weight: 100, curve: [[0, 0], [100, 100]]}]}
            ladder: {tiers: [{tier: a}, {tier: b, enter: 60}], down: {after: 2}, not_rated: %s}
            """
                .formatted(notRated));
    cases.metrics("P", "orders", "10", "quality", "60").approveOne("2020-10");
    return cases;
  }

  @Test
  void pausesTheClockOfAProtectionWhileTheTierStandsByItself() {
    Cases cases =
        cases(
                """
                scorecard: {kpis: [{metric: quality, weight: 100, curve: [[0, 0], [100, 100]]}]}
                ladder:
                  tiers: [{tier: red}, {tier: green, enter: 60}]
                  protect: {for: 2 periods, when: {metric: guarantee, at_least: 1}, clock: pauses, show: green}
                """)
            .metrics("P", "guarantee", "1");
    assertThat(shown(cases, "2020-10", "30")).isEqualTo("protected green");
    assertThat(shown(cases, "2020-11", "60")).isEqualTo("upgrade green");
    assertThat(shown(cases, "2020-12", "60")).isEqualTo("hold green");
    assertThat(shown(cases, "2021-01", "30")).isEqualTo("protected green");
    assertThat(shown(cases, "2021-02", "30")).isEqualTo("hold red");
  }

  private static String shown(Cases cases, String period, String score) {
    EntityDecision decision = cases.metrics("P", "quality", score).approveOne(period);
    return decision.action().word() + " " + decision.tierAfter();
  }

  private static Cases cases(String instruments) {
    return new Cases(ProgrammeReader.read("p.yaml", HEAD + instruments, new AnyName()));
  }
}
