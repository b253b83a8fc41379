package dev.partnerops.checking;

import dev.partnerops.model.Message;
import dev.partnerops.model.Value;
import dev.partnerops.programme.Clause;
import dev.partnerops.programme.Editions;
import dev.partnerops.programme.Metric;
import dev.partnerops.programme.Programme;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Edges of a cohort: both days are in, and who has no day is not. */
final class CohortEdges {

  private final Programme programme;
  private final Edges edges;

  CohortEdges(Programme programme, Edges edges) {
    this.programme = programme;
    this.edges = edges;
  }

  void add() {
    Programme.Cohort cohort = programme.cohort();
    if (cohort == null) {
      return;
    }
    LocalDate from = cohort.from();
    if (from != null) {
      add("from", Edge.Position.BELOW, from.minusDays(1), false);
      add("from", Edge.Position.AT, from, true);
    }
    LocalDate to = cohort.to();
    if (to != null) {
      add("to", Edge.Position.AT, to, true);
      add("to", Edge.Position.ABOVE, to.plusDays(1), false);
    }
    add("field", Edge.Position.MISSING, null, false);
  }

  private void add(String key, Edge.Position position, @Nullable LocalDate day, boolean must) {
    Programme.Cohort cohort = programme.cohort();
    if (cohort == null) {
      return;
    }
    Value value = day == null ? Value.missing() : new Value.Day(day);
    Trial entity = edges.entity(new Clause("", 0)).field(cohort.field(), value);
    boolean isIn =
        Editions.inForce(List.of(programme), edges.laboratory().evaluation().period())
            .of(entity.id(), field -> entity.fields().getOrDefault(field, Value.missing()))
            .isPresent();
    edges.add(
        new Edge(
            new Clause("cohort." + key, line()),
            "",
            cohort.field(),
            position,
            value,
            Metric.Use.AS_IT_IS,
            isIn ? "in" : "out",
            isIn ? edges.laboratory().judge(entity).text() : "",
            isIn == must ? null : Message.of("checking.edge.verdict", must ? "in" : "out")));
  }

  /** A cohort keeps no line of its own. */
  private int line() {
    return 1
        + (int) programme.text().lines().takeWhile(line -> !line.startsWith("cohort:")).count();
  }
}
