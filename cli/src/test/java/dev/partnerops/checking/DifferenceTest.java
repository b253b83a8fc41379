package dev.partnerops.checking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerops.dataset.DataSets;
import dev.partnerops.metrics.Catalogue;
import dev.partnerops.metrics.CatalogueNames;
import dev.partnerops.output.Messages;
import dev.partnerops.programme.ProgrammeReader;
import dev.partnerops.wording.Wording;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which changes are differences, and which of them are stricter. */
final class DifferenceTest {

  private static final Catalogue CATALOGUE = new Catalogue(DataSets.shipped(), List.of());

  private static final String POLICY =
      """
      programme: p
      title: {en: P}
      effective: {from: 2020-01-01}
      entity: merchant
      evaluate: {every: month}
      params: {least: 10}
      conditions:
        busy: {metric: orders, at_least: $least}
      minimum: [{metric: orders, at_least: $least}, {not: {metric: gmv, less_than: 20}}]
      ladder:
        tiers: [{tier: low}, {tier: high, require: {any: [{metric: skus, more_than: 3}, {met: busy}]}}]
        exit: {any: [{metric: buyers, at_most: 4}, {field: status, is: closed}]}
      """;

  private static final String WIDER =
      """
      programme: p
      title: {en: P}
      effective: {from: 2020-01-01}
      entity: merchant
      evaluate: {every: month}
      when_missing: unmet
      metrics:
        now: {metric: gmv}
        before: {metric: gmv, window: previous period}
        growth: {expr: now / before - 1}
        stars: {figure: number, take: latest}
        of_others: {metric: gmv, through: licence}
        since: {field: joined_on, through: licence}
      segment_by: category
      segments:
        food: {limits: [{per: programme, each: month, at_most: 60}]}
      minimum: [{metric: growth, at_least: 5%}, {metric: stars, at_least: 3}]
      scorecard:
        tracks:
          big: [{metric: now, weight: 100, curve: [[0, 0], [9, 100]]}]
          small: [{metric: now, weight: 100, curve: [[0, 0], [5, 70]]}]
      grants:
        - {benefit: bonus, kind: cash, eligible: {metric: of_others, at_least: 1}, amount: 5,
           expires: {after: 90 days}, claw_back: {when: {field: status, is: closed}, within: 60 days}}
      """;

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource({
    "'{metric: orders, at_least: $least}, {not','{metric: orders, at_least: 11}, {not', FEWER",
    "'{metric: orders, at_least: $least}, {not','{metric: orders, at_least: 9}, {not', MORE",
    "'{metric: orders, at_least: $least}, {not','{metric: orders, more_than: $least}, {not', NONE",
    "'{metric: orders, at_least: $least}, {not','{not', MORE",
    "'less_than: 20','less_than: 21', FEWER",
    "'less_than: 20','less_than: 19', MORE",
    "'{any: [{metric: skus, more_than: 3}, {met: busy}]}','{any: [{metric: skus, more_than: 3}]}', FEWER",
    "'[{metric: skus,','[{metric: buyers, at_least: 1}, {metric: skus,', MORE",
    "'more_than: 3','more_than: 4', FEWER",
    "'at_most: 4','at_most: 5', MORE_LEAVE",
    "'at_most: 4','at_most: 3', FEWER_LEAVE",
    "', {field: status, is: closed}]','', FEWER_LEAVE",
    "'{tier: low}','{tier: low, title: {en: Low}}', WORDS",
    "'is: closed','is: suspended', NONE",
  })
  void oneChangeIsOneDifferenceWithItsEffect(String old, String fresh, Effect effect) {
    assertThat(POLICY).contains(old);
    String changed = POLICY.replace(old, fresh.isEmpty() ? "]" : fresh);
    List<Difference> found = Difference.between(outline(POLICY), outline(changed));
    assertThat(found).hasSize(1);
    assertThat(found.getFirst().effect()).isEqualTo(effect);
  }

  @Test
  void aParameterIsToldAtEachPlaceItIsUsed() {
    List<Difference> found =
        Difference.between(outline(POLICY), outline(POLICY.replace("{least: 10}", "{least: 12}")));
    assertThat(found.stream().map(each -> each.after() == null ? "" : each.after().path()))
        .containsExactly("conditions[busy][orders].at_least", "minimum[orders].at_least");
  }

  @Test
  void anotherWindowLeavesNoThresholdStricter() {
    String wider =
        WIDER
            .replace("stars: {figure: number,", "stars: {figure: number, window: last 90 days,")
            .replace("{metric: stars, at_least: 3}", "{metric: stars, at_least: 4}");
    assertThat(Difference.between(outline(WIDER), outline(wider)))
        .extracting(Difference::effect)
        .containsOnly(Effect.NONE)
        .hasSize(2);
  }

  @Test
  void tiersInAnotherOrderAreADifference() {
    String other =
        POLICY
            .replace("[{tier: low}, ", "[")
            .replace("{met: busy}]}}]", "{met: busy}]}}, {tier: low}]");
    assertThat(Difference.between(outline(POLICY), outline(other)))
        .extracting(Difference::kind)
        .containsExactly(Difference.Kind.REORDERED);
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource({
    "every: month, 'every: 30 days, starting: 2020-02-01', evaluate.every",
    "now / before - 1, now - before, metrics[growth].metric",
    "now / before - 1, now / (before - 1), metrics[growth].metric",
    "take: latest, take: first, metrics[stars].metric",
    "'gmv, through: licence','gmv, through: region', metrics[of_others].metric",
    "'field: joined_on, through: licence','field: joined_on', metrics[since].metric",
    "'[9, 100]','[8, 100]', scorecard.tracks[big][now].curve",
    "at_most: 60, at_most: 70, segments[food].limits[category month].at_most",
    "at_most: 60, 'at_most: 60, when_short: refuse',"
        + " segments[food].limits[category month].when_short",
    "after: 90 days, after: 91 days, grants[bonus].expires",
    "after: 90 days, 'after: 90 days, from: joined_on', grants[bonus].expires",
    "is: closed, is: suspended, grants[bonus].claw_back.when[status].is",
    "within: 60 days, within: 61 days, grants[bonus].claw_back.within",
    "within: 60 days, 'within: 60 days, limit: unlimited', grants[bonus].claw_back.limit",
  })
  void eachPartOfTheLanguageIsComparedByItself(String old, String fresh, String path) {
    assertThat(WIDER).contains(old);
    assertThat(Difference.between(outline(WIDER), outline(WIDER.replace(old, fresh))))
        .extracting(each -> each.after() == null ? "" : each.after().path())
        .containsExactly(path);
  }

  @Test
  void aPeriodOfSomeDaysIsTheSameFromAnotherDayOnOnly() {
    String days = WIDER.replace("every: month", "every: 30 days, starting: 2020-02-01");
    assertThat(Difference.between(outline(days), outline(days.replace("02-01", "02-02"))))
        .extracting(each -> each.after() == null ? "" : each.after().path())
        .containsExactly("evaluate.starting");
  }

  @Test
  void tracksInAnotherOrderAreADifference() {
    List<String> lines = new ArrayList<>(WIDER.lines().toList());
    int big = lines.indexOf("    big: [{metric: now, weight: 100, curve: [[0, 0], [9, 100]]}]");
    Collections.swap(lines, big, big + 1);
    assertThat(Difference.between(outline(WIDER), outline(String.join("\n", lines))))
        .extracting(Difference::kind)
        .containsExactly(Difference.Kind.REORDERED);
  }

  private static Part outline(String text) {
    Messages english = new Messages(Locale.ENGLISH);
    return Outline.of(
        new PartMaker(
            english,
            Wording.of(
                english,
                CATALOGUE,
                ProgrammeReader.read("p.yaml", text, new CatalogueNames(CATALOGUE)),
                List.of())));
  }
}
