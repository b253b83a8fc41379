package dev.partnerops.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each warning just where it begins to hold, and not before. */
final class LintTest {

  private static final String CARD =
      "scorecard: {range: [0, 100], kpis: [{metric: orders, weight: 100, curve: [[0, 0], [9, 100]]}]}\n";
  private static final String RANKING =
      "ranking: {by: {metric: orders}, quotas: [{badge: best, top: 10}, {badge: next, next: 5}]}\n";

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a tier at the greatest score  | 100 |
          a tier above it               | 101 | tier.unreachable
          """)
  void findsTiersNobodyEnters(String name, String enter, String warned) {
    assertThat(warnings(CARD + "ladder: {tiers: [{tier: a}, {tier: b, enter: " + enter + "}]}"))
        .isEqualTo(expected(warned));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          the higher asks for more           | {tier: a, enter: 50}, {tier: b, enter: 51} |
          both ask for the same              | {tier: a, enter: 50}, {tier: b, enter: 50} | tier.never
          the higher asks for less           | {tier: a, enter: 50}, {tier: b, enter: 49} | tier.never
          the higher has a clause of its own | {tier: a, enter: 50}, {tier: b, enter: 50, require: {metric: orders, at_least: 9}} |
          neither asks for anything          | {tier: a}, {tier: b} | tier.never
          """)
  void findsTiersNobodyHolds(String name, String tiers, String warned) {
    assertThat(warnings(CARD + "ladder: {tiers: [" + tiers + "]}")).isEqualTo(expected(warned));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          as much as the limit lets through | amount: 300, limits: [{per: entity, at_most: 300}] |
          more than it                      | amount: 301, limits: [{per: entity, at_most: 300}] | grant.cut
          a budget for all places           | amount: 10, eligible: {badge: [best, next]}, limits: [{per: programme, at_most: 150}] |
          a budget that cannot hold         | amount: 10, eligible: {badge: [best, next]}, limits: [{per: programme, at_most: 149}] | grant.budget
          a budget for one badge            | amount: 10, eligible: {badge: best}, limits: [{per: programme, at_most: 100}] |
          """)
  void findsAmountsThatAreNeverWhole(String name, String grant, String warned) {
    assertThat(warnings(RANKING + "grants: [{benefit: b, kind: cash, " + grant + "}]"))
        .isEqualTo(expected(warned));
  }

  /** Booked on 30 November, the next month ends 31 days later. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a day too short           | within: 30 days | claw_back.early
          as long as any month      | within: 31 days |
          longer                    | within: 32 days |
          a month of the calendar   | within: 1 months | claw_back.early
          for ever                  | limit: unlimited |
          """)
  void findsClawBacksThatComeTooLate(String name, String more, String warned) {
    String clawBack = "claw_back: {when: {field: status, is: closed}, " + more + "}";
    assertThat(warnings("grants: [{benefit: b, kind: cash, amount: 5, " + clawBack + "}]"))
        .isEqualTo(expected(warned));
  }

  @Test
  void findsAFeeThatEnds() {
    assertThat(warnings("fee: {base: {metric: orders}, bands: [{up_to: 10, rate: 1%}]}"))
        .containsExactly("programme.lint.fee.closed");
    assertThat(
            warnings("fee: {base: {metric: orders}, bands: [{up_to: 10, rate: 1%}, {rate: 5%}]}"))
        .isEmpty();
  }

  @Test
  void findsNamesThatNothingReads() {
    String defined =
        """
        metrics: {a: {metric: orders}, b: {metric: orders, window: previous period}}
        conditions: {one: {metric: a, at_least: 1}, two: {met: one}, three: {metric: b, at_least: 1}}
        """;
    assertThat(warnings(defined + "minimum: {met: two}")).containsExactly("programme.lint.unread");
    assertThat(warnings(defined + "minimum: [{met: two}, {met: three}]")).isEmpty();
  }

  private static List<String> expected(String warned) {
    return warned == null ? List.of() : List.of("programme.lint." + warned);
  }

  private static List<String> warnings(String body) {
    String head =
        """
        programme: p
        title: {en: P}
        effective: {from: 2020-01-01}
        entity: leader
        evaluate: {every: month}
        """;
    Catalogue names = new Catalogue();
    return Lint.of(ProgrammeReader.read("p.yaml", head + body, names), names).stream()
        .map(warning -> warning.what().key())
        .toList();
  }
}
