package dev.partnerops.deciding;

import dev.partnerops.model.Fraction;
import dev.partnerops.programme.Condition;
import dev.partnerops.programme.Ladder;
import dev.partnerops.programme.Scorecard;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Minimum and scorecard of one entity (SPEC section 4). */
final class Scoring {

  private Scoring() {}

  static Scored score(Subject subject) {
    Fraction given = subject.candidate().given().score();
    if (given != null) {
      return new Scored(
          Status.RATED,
          given,
          List.of(),
          Scored.Marks.COUNTED,
          "",
          subject.candidate().before().remembered());
    }
    Condition minimum = subject.instruments().minimum();
    if (minimum != null) {
      Finding finding = subject.note(subject.judge(minimum));
      if (!finding.holds()) {
        return notRated(subject, List.of(), Reasons.of(finding));
      }
    }
    Scorecard card = subject.instruments().scorecard();
    return card == null ? Scored.NOTHING : score(card, subject);
  }

  private static Scored score(Scorecard card, Subject subject) {
    KpiPoints kpis = kpis(card, subject);
    if (kpis.allReweighted()) {
      return notRated(
          subject, kpis.earned(), Reasons.line(card.clause(), "every value is missing"));
    }
    EntryPoints entries = EntryPoints.of(card.entries(), subject);
    Fraction sum = card.start().plus(kpis.sum()).plus(entries.sum());
    Fraction from = card.rangeFrom();
    Fraction to = card.rangeTo();
    if (from != null) {
      sum = sum.max(from);
    }
    if (to != null) {
      sum = sum.min(to);
    }
    List<Earned> earned = new ArrayList<>(kpis.earned());
    earned.addAll(entries.earned());
    List<String> failures = new ArrayList<>(kpis.failures());
    failures.addAll(entries.failures());
    return new Scored(
        failures.isEmpty() ? Status.RATED : Status.FAILED,
        sum,
        List.copyOf(earned),
        Scored.Marks.COUNTED,
        String.join("; ", failures),
        entries.recorded());
  }

  /** Of several tracks that with the higher total, then the first. */
  private static KpiPoints kpis(Scorecard card, Subject subject) {
    if (card.tracks().isEmpty()) {
      return KpiPoints.of(card.kpis(), subject);
    }
    KpiPoints best = null;
    for (List<Scorecard.Kpi> track : card.tracks().values()) {
      KpiPoints points = KpiPoints.of(track, subject);
      boolean better =
          best == null
              || (!points.allReweighted()
                  && (best.allReweighted() || points.sum().compareTo(best.sum()) > 0));
      best = better ? points : best;
    }
    return Objects.requireNonNull(best);
  }

  private static Scored notRated(Subject subject, List<Earned> points, String reasons) {
    Ladder ladder = subject.instruments().ladder();
    Scored.Marks marks =
        ladder == null
            ? Scored.Marks.KEPT
            : switch (ladder.notRated()) {
              case PAUSE, DROP -> Scored.Marks.KEPT;
              case RESET -> Scored.Marks.CLEARED;
              case COUNT -> Scored.Marks.COUNTED;
            };
    return new Scored(
        Status.NOT_RATED, null, points, marks, reasons, subject.candidate().before().remembered());
  }
}
