package dev.partnerops.explaining;

import dev.partnerops.deciding.Decimals;
import dev.partnerops.deciding.EntityDecision;
import dev.partnerops.deciding.Step;
import dev.partnerops.deciding.Verdict;
import dev.partnerops.evaluating.Explanations;
import dev.partnerops.evaluating.Unjudged;
import dev.partnerops.ledger.Run;
import dev.partnerops.ledger.RunStatus;
import dev.partnerops.ledger.StandingOverride;
import dev.partnerops.model.EntityId;
import dev.partnerops.model.Title;
import dev.partnerops.model.Value;
import dev.partnerops.output.Column;
import dev.partnerops.output.Messages;
import dev.partnerops.output.ResultTable;
import dev.partnerops.paying.FeeStatement;
import dev.partnerops.paying.GrantDecision;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The steps of explanations as rows: clause and line of the policy, what was looked at, what came
 * out.
 */
final class StepTable {

  private static final List<Column> COLUMNS =
      List.of(
          Column.text("entity_id"),
          Column.text("segment"),
          Column.text("clause"),
          Column.count("line"),
          Column.text("looks_at"),
          Column.text("window"),
          Column.text("value"),
          Column.text("numerator"),
          Column.text("denominator"),
          Column.text("asked"),
          Column.text("verdict"),
          Column.score("points"),
          Column.score("possible"));

  private StepTable() {}

  /** Only the steps: what was decided stands above them in sentences. */
  static ResultTable ofSteps(Explanations.Explained explained, Messages messages) {
    EntityDecision decision = explained.decision();
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (Step step : explained.steps()) {
      rows.add(row(decision.id(), decision.segment(), step, messages));
    }
    return new ResultTable(COLUMNS, rows);
  }

  /**
   * The decision first, a row for each part of the run, then the steps. Of an entity without a row:
   * why, then the steps of {@code where}.
   */
  static ResultTable of(Explanations.Answer answer, Messages messages) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (Explanations.Explained explained : answer.explained()) {
      decision(explained, rows);
      EntityDecision decision = explained.decision();
      for (Step step : explained.steps()) {
        rows.add(row(decision.id(), decision.segment(), step, messages));
      }
    }
    for (Unjudged unjudged : answer.unjudged()) {
      rows.add(run(unjudged.id(), unjudged.segment(), answer.run()));
      String why = unjudged.reason().word();
      rows.add(row(unjudged.id(), unjudged.segment(), "unjudged", why, null, null, "", null));
      if (unjudged.override() != null) {
        override(unjudged.id(), unjudged.segment(), unjudged.override(), "", rows);
      }
      for (Step step : unjudged.steps()) {
        rows.add(row(unjudged.id(), unjudged.segment(), step, messages));
      }
    }
    return new ResultTable(COLUMNS, rows);
  }

  private static List<@Nullable Object> row(
      EntityId id, String segment, Step step, Messages messages) {
    List<@Nullable Object> row = new ArrayList<>(COLUMNS.size());
    row.add(id.id());
    row.add(segment);
    row.add(step.clause().path());
    row.add(step.clause().line());
    row.add(label(step, messages));
    row.add(step.days() == null ? null : step.days().first() + ".." + step.days().last());
    row.add(step.value().isMissing() ? null : Decimals.text(step.value(), step.decimals()));
    row.add(step.value() instanceof Value.Rate rate ? rate.numerator().toString() : null);
    row.add(step.value() instanceof Value.Rate rate ? rate.denominator().toString() : null);
    row.add(step.comparison());
    row.add(verdict(step.verdict()));
    row.add(step.points());
    row.add(step.possible());
    return row;
  }

  private static void decision(
      Explanations.Explained explained, List<List<@Nullable Object>> rows) {
    Run run = explained.run();
    EntityDecision decision = explained.decision();
    rows.add(run(decision.id(), decision.segment(), run));
    rows.add(
        row(
            decision,
            "score",
            "score",
            null,
            decision.score() == null ? null : decision.score().round(2).toPlainString(),
            decision.action() == null ? decision.reasons() : "",
            decision.status().word()));
    if (decision.action() != null) {
      rows.add(
          row(
              decision,
              "tier",
              decision.tierBefore(),
              null,
              decision.tierAfter(),
              decision.reasons(),
              decision.action().word()));
    }
    StandingOverride override = explained.override();
    if (override != null) {
      override(decision.id(), decision.segment(), override, decision.tierCalculated(), rows);
    }
    if (decision.place() != null) {
      String place = Integer.toString(decision.place());
      rows.add(row(decision, "badge", "rank", null, place, "", decision.badge()));
    }
    for (GrantDecision grant : explained.grants()) {
      rows.add(
          row(
              decision,
              "subsidy",
              grant.benefit(),
              null,
              grant.amount().toString(),
              grant.reasons(),
              grant.word(run.status() == RunStatus.APPROVED)));
    }
    for (FeeStatement fee : explained.fees()) {
      rows.add(row(decision, "fee", "amount", null, fee.amount().toString(), fee.reasons(), null));
    }
  }

  private static void override(
      EntityId id,
      String segment,
      StandingOverride override,
      String calculated,
      List<List<@Nullable Object>> rows) {
    Map<String, String> said = new LinkedHashMap<>();
    said.put("number", Long.toString(override.override()));
    said.put("tier", Objects.requireNonNullElse(override.tier(), ""));
    said.put("until", override.until().toString());
    said.put("reason", override.reason());
    said.put("by", override.by());
    said.put("approved_by", Objects.requireNonNullElse(override.approvedBy(), ""));
    said.put("calculated", calculated);
    said.forEach(
        (what, value) -> rows.add(row(id, segment, "override", what, null, value, "", null)));
  }

  private static List<@Nullable Object> run(EntityId id, String segment, Run run) {
    return row(
        id,
        segment,
        "run",
        run.programme(),
        run.period().first() + ".." + run.period().last(),
        Long.toString(run.run()),
        "",
        run.status().word());
  }

  private static List<@Nullable Object> row(
      EntityDecision decision,
      String part,
      String looksAt,
      @Nullable String days,
      @Nullable String value,
      String asked,
      @Nullable String verdict) {
    return row(decision.id(), decision.segment(), part, looksAt, days, value, asked, verdict);
  }

  /**
   * A row that stands for no clause: its place is the part of the run, which no clause is called.
   */
  private static List<@Nullable Object> row(
      EntityId id,
      String segment,
      String part,
      String looksAt,
      @Nullable String days,
      @Nullable String value,
      String asked,
      @Nullable String verdict) {
    return Arrays.asList(
        id.id(), segment, part, null, looksAt, days, value, null, null, asked, verdict, null, null);
  }

  private static String label(Step step, Messages messages) {
    Title words = step.says() == null ? step.title() : step.says();
    return words == null ? step.label() : words.in(messages.locale());
  }

  private static @Nullable String verdict(@Nullable Verdict verdict) {
    return verdict == null ? null : verdict.name().toLowerCase(Locale.ROOT);
  }
}
