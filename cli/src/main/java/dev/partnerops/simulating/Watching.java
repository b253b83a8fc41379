package dev.partnerops.simulating;

import dev.partnerops.evaluating.EvaluationStore;
import dev.partnerops.evaluating.TrialChain;
import dev.partnerops.evaluating.Trials;
import dev.partnerops.evaluating.Tried;
import dev.partnerops.ledger.Run;
import dev.partnerops.ledger.RunPart;
import dev.partnerops.ledger.RunRows;
import dev.partnerops.model.Message;
import dev.partnerops.model.Period;
import dev.partnerops.paying.FeeStatement;
import dev.partnerops.paying.GrantDecision;
import dev.partnerops.programme.Programme;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/**
 * Looks at the open period of one programme: begins with what is approved, takes periods that ended
 * since for approved as they would be judged today, and projects the open one.
 */
final class Watching {

  private final EvaluationStore bench;
  private final Trials trials;

  Watching(EvaluationStore bench, Trials trials) {
    this.bench = bench;
    this.trials = trials;
  }

  /** The period that goes on after that day; empty before the first and after the last. */
  static Optional<Period> findOpen(Programme newest, LocalDate asOf) {
    return newest.calendar().containing(asOf.plusDays(1));
  }

  /**
   * The programme in that period.
   *
   * @param all its editions
   * @param notices told what had to be taken for approved
   */
  Open look(Side all, Period period, List<Message> notices) {
    Optional<Run> approved = trials.findBefore(all.programme(), period);
    List<GrantDecision> grants = List.of();
    List<FeeStatement> fees = List.of();
    if (approved.isPresent()) {
      RunRows rows =
          bench.runs().rows(approved.get().run(), EnumSet.of(RunPart.GRANT, RunPart.FEE));
      grants = rows.grants();
      fees = rows.fees();
    }
    List<Period> missing =
        approved.map(run -> between(all, run.period(), period)).orElse(List.of());
    Period first = missing.isEmpty() ? period : missing.getFirst();
    TrialChain chain = trials.begin(all.programme(), first);
    for (Period each : missing) {
      Tried tried = chain.judge(all.inForce(each), each);
      chain = chain.approve(tried);
      grants = tried.payments().grants();
      fees = tried.payments().fees();
    }
    if (!missing.isEmpty()) {
      notices.add(
          Message.of(
              "simulating.taken-as-approved",
              all.programme(),
              missing.getFirst().label(),
              missing.getLast().label(),
              trials.asOf()));
    }
    List<Programme> editions = all.inForce(period);
    return new Open(
        all.programme(),
        period,
        trials.asOf(),
        chain.judge(editions, period),
        trials.project(chain, editions, period),
        approved.isEmpty(),
        grants,
        fees);
  }

  /** The periods after the one and before the other. */
  private static List<Period> between(Side all, Period last, Period open) {
    Programme newest = all.editions().getLast();
    List<Period> between = new ArrayList<>();
    Optional<Period> next = newest.calendar().containing(last.last().plusDays(1));
    while (next.isPresent() && next.get().compareTo(open) < 0) {
      between.add(next.get());
      next = newest.calendar().containing(next.get().last().plusDays(1));
    }
    return between;
  }

  /** Everything found, the most urgent first. */
  static List<Finding> findings(Open open, Open.Near near) {
    List<Finding> found = new ArrayList<>();
    found.addAll(Moves.of(open));
    found.addAll(Benefits.of(open));
    found.addAll(ReachedBands.of(open, near));
    found.addAll(Budgets.of(open, near));
    found.addAll(BadgeCuts.of(open, near));
    found.addAll(NearThresholds.of(open, near));
    found.sort(Finding.ORDER);
    return found;
  }
}
