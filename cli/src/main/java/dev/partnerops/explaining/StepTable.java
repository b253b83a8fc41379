package dev.partnerops.explaining;

import dev.partnerops.deciding.Decimals;
import dev.partnerops.deciding.Step;
import dev.partnerops.deciding.Verdict;
import dev.partnerops.evaluating.Explanations;
import dev.partnerops.model.Title;
import dev.partnerops.model.Value;
import dev.partnerops.output.Column;
import dev.partnerops.output.Messages;
import dev.partnerops.output.ResultTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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

  static ResultTable of(List<Explanations.Explained> all, Messages messages) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (Explanations.Explained explained : all) {
      for (Step step : explained.steps()) {
        rows.add(row(explained, step, messages));
      }
    }
    return new ResultTable(COLUMNS, rows);
  }

  private static List<@Nullable Object> row(
      Explanations.Explained explained, Step step, Messages messages) {
    List<@Nullable Object> row = new ArrayList<>(COLUMNS.size());
    row.add(explained.decision().id().id());
    row.add(explained.decision().segment());
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

  private static String label(Step step, Messages messages) {
    Title words = step.says() == null ? step.title() : step.says();
    return words == null ? step.label() : words.in(messages.locale());
  }

  private static @Nullable String verdict(@Nullable Verdict verdict) {
    return verdict == null ? null : verdict.name().toLowerCase(Locale.ROOT);
  }
}
