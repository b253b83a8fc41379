package dev.partnerops.metrics;

import dev.partnerops.model.DayRange;
import dev.partnerops.model.Fraction;
import dev.partnerops.programme.MetricReference;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Figures of another system (SPEC section 3): one SELECT for each name, over all days anybody asks
 * for, its rows handed to all who asked. Figures name no role and count in each (RULES 9).
 */
final class ReportedComputation {

  private static final String SELECT =
      """
      select subject_id, day, value, numerator, denominator
      from figures
      where metric = ? and subject_type = ? and day between ? and ?
      """;

  private static final int SUBJECT = 0;
  private static final int DAY = 1;
  private static final int VALUE = 2;
  private static final int NUMERATOR = 3;
  private static final int DENOMINATOR = 4;

  private final MetricStore store;

  ReportedComputation(MetricStore store) {
    this.store = store;
  }

  /** Whose figures are read. */
  private record Named(String metric, String subjectType) {}

  void compute(List<Ask> asks) {
    Map<Named, List<Taking>> byName = new LinkedHashMap<>();
    for (Ask ask : asks) {
      MetricInfo info = ask.measured().info();
      if (info.definition() instanceof Definition.OfReported(MetricReference.Figure figure)) {
        byName
            .computeIfAbsent(new Named(info.name(), info.kind().word()), named -> new ArrayList<>())
            .add(new Taking(ask, figure));
      }
    }
    byName.forEach(this::read);
  }

  private void read(Named named, List<Taking> takings) {
    DayRange days = hull(takings);
    if (days == null) {
      return;
    }
    List<Object> bindings = List.of(named.metric(), named.subjectType(), days.first(), days.last());
    try (Rows rows = store.select(SELECT, bindings, 0)) {
      while (rows.next()) {
        if (rows.cell(SUBJECT) instanceof String subject
            && rows.cell(DAY) instanceof LocalDate day) {
          Reported row =
              new Reported(
                  named.metric(),
                  subject,
                  day,
                  number(rows.cell(VALUE)),
                  number(rows.cell(NUMERATOR)),
                  number(rows.cell(DENOMINATOR)));
          takings.forEach(taking -> taking.take(row));
        }
      }
    }
    takings.forEach(Taking::answer);
  }

  private static @Nullable Fraction number(@Nullable Object cell) {
    return cell instanceof BigDecimal number ? Fraction.of(number) : null;
  }

  /** From the first day to the last that anybody asks for; absent where nobody asks for any. */
  private static @Nullable DayRange hull(List<Taking> takings) {
    LocalDate first = null;
    LocalDate last = null;
    for (Taking taking : takings) {
      DayRange before = null;
      for (DayRange days : taking.ask.ranges()) {
        if (days != null && !days.equals(before) && !days.isEmpty()) {
          before = days;
          first = first == null || days.first().isBefore(first) ? days.first() : first;
          last = last == null || days.last().isAfter(last) ? days.last() : last;
        }
      }
    }
    return first == null || last == null ? null : new DayRange(first, last);
  }

  /** One ask collecting the figures of its entities. */
  private static final class Taking {
    private final Ask ask;
    private final MetricReference.Figure figure;
    private final SubjectIndex index;
    private final @Nullable FigureFold[] folds;

    Taking(Ask ask, MetricReference.Figure figure) {
      this.ask = ask;
      this.figure = figure;
      this.index = new SubjectIndex(ask.subjects());
      this.folds = new @Nullable FigureFold[ask.size()];
    }

    void take(Reported row) {
      index.forEach(row.subject(), null, entity -> take(row, entity));
    }

    private void take(Reported row, int entity) {
      DayRange days = ask.range(entity);
      if (days == null || !days.contains(row.day())) {
        return;
      }
      FigureFold fold = folds[entity];
      if (fold == null) {
        fold = new FigureFold(figure);
        folds[entity] = fold;
      }
      fold.add(row);
    }

    void answer() {
      for (int entity = 0; entity < folds.length; entity++) {
        FigureFold fold = folds[entity];
        if (fold != null) {
          ask.answer(entity, fold.find(ask.measured().part()).orElse(ask.measured().overNothing()));
        }
      }
    }
  }
}
