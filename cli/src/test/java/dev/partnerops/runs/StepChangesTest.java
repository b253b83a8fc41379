package dev.partnerops.runs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerops.deciding.Step;
import dev.partnerops.deciding.Verdict;
import dev.partnerops.model.Fraction;
import dev.partnerops.model.Value;
import dev.partnerops.programme.Clause;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class StepChangesTest {

  @Test
  void pointsThatChangedDecideAndAValueThatEarnsTheSameDoesNot() {
    assertThat(between(kpi(120, 15), kpi(118, 14)))
        .containsExactly(new StepChanges.Changed("scorecard", KPI, KPI + " 120 -> 118", true));
    assertThat(between(kpi(120, 15), kpi(118, 15)))
        .containsExactly(new StepChanges.Changed("scorecard", KPI, KPI + " 120 -> 118", false));
    assertThat(between(kpi(120, 15), kpi(120, 20)))
        .containsExactly(
            new StepChanges.Changed("scorecard", KPI, KPI + " points 15.00 -> 20.00", true));
    assertThat(between(kpi(120, 15), kpi(120, 15))).isEmpty();
  }

  @Test
  void aVerdictThatChangedDecidesAndAValueThatPassesAsBeforeDoesNot() {
    String path = "segments.unit.ladder.exit.any[1]";
    assertThat(between(leaf(path, 1, ">= 2", Verdict.UNMET), leaf(path, 3, ">= 2", Verdict.MET)))
        .containsExactly(new StepChanges.Changed("ladder", path, path + " 1 >= 2 -> 3 >= 2", true));
    assertThat(between(leaf(path, 3, ">= 2", Verdict.MET), leaf(path, 4, ">= 2", Verdict.MET)))
        .containsExactly(
            new StepChanges.Changed("ladder", path, path + " 3 >= 2 -> 4 >= 2", false));
    assertThat(between(leaf(path, 3, ">= 2", Verdict.MET), leaf(path, 3, ">= 4", Verdict.UNMET)))
        .containsExactly(new StepChanges.Changed("ladder", path, path + " 3 >= 2 -> 3 >= 4", true));
  }

  @Test
  void aClauseOfOneRunAloneDecidesUnderAnotherPolicyOnly() {
    String path = "ladder.tiers[2].keep";
    List<Step> none = List.of();
    List<Step> one = List.of(leaf(path, 3, ">= 2", Verdict.MET));
    assertThat(StepChanges.between(none, one, false))
        .containsExactly(new StepChanges.Changed("ladder", path, path + " none -> 3 >= 2", false));
    assertThat(StepChanges.between(one, none, true))
        .containsExactly(new StepChanges.Changed("ladder", path, path + " 3 >= 2 -> none", true));
  }

  @Test
  void aNamedConditionBelongsToWhoUsesIt() {
    Step used = leaf("grants[0].eligible", 0, "", Verdict.MET);
    List<Step> a = List.of(leaf("conditions.clean", 0, "<= 0", Verdict.MET), used);
    List<Step> b = List.of(leaf("conditions.clean", 2, "<= 0", Verdict.UNMET), used);
    assertThat(StepChanges.between(a, b, false))
        .containsExactly(
            new StepChanges.Changed(
                "grants", "grants[0].eligible", "conditions.clean 0 <= 0 -> 2 <= 0", true));
  }

  private static final String KPI = "scorecard.kpis[0]";

  private static List<StepChanges.Changed> between(Step a, Step b) {
    return StepChanges.between(List.of(a), List.of(b), false);
  }

  private static Step kpi(long value, long points) {
    return step(KPI, value, "", null, Fraction.of(points));
  }

  private static Step leaf(String path, long value, String comparison, Verdict verdict) {
    return step(path, value, comparison, verdict, null);
  }

  private static Step step(
      String path,
      long value,
      String comparison,
      @Nullable Verdict verdict,
      @Nullable Fraction points) {
    return new Step(
        new Clause(path, 1),
        0,
        "sales",
        null,
        null,
        null,
        Value.of(value),
        0,
        comparison,
        List.of(),
        verdict,
        points,
        points);
  }
}
