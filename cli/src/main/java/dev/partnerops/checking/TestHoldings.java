package dev.partnerops.checking;

import dev.partnerops.deciding.EntityDecision;
import dev.partnerops.deciding.Evaluation;
import dev.partnerops.deciding.Judgement;
import dev.partnerops.deciding.Recorded;
import dev.partnerops.deciding.Restoring;
import dev.partnerops.deciding.Subject;
import dev.partnerops.evaluating.ClawBackTerms;
import dev.partnerops.ledger.BookedEntries;
import dev.partnerops.model.EntityId;
import dev.partnerops.paying.Held;
import dev.partnerops.paying.Holding;
import dev.partnerops.programme.Programme;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What earlier steps of a case granted and this one may claw back (RULES 21): of whom the step says
 * something, inside {@code where} or not. A test has no payout files.
 */
final class TestHoldings {

  private final ClawBackTerms terms;
  private final List<Judgement> judgements;
  private final Map<EntityId, List<Player>> players;

  /**
   * @param players all of whom the step says something, once for each edition in force
   */
  TestHoldings(
      ClawBackTerms terms, List<Judgement> judgements, Map<EntityId, List<Player>> players) {
    this.terms = terms;
    this.judgements = judgements;
    this.players = players;
  }

  List<Held> held(BookedEntries booked, Evaluation evaluation, TestHistory history) {
    List<Held> held = new ArrayList<>();
    for (Holding holding : terms.holdings(booked, evaluation)) {
      List<Player> known = players.getOrDefault(holding.id(), List.of());
      if (!known.isEmpty()) {
        terms
            .find(holding, evaluation, known.getFirst().candidate()::field)
            .ifPresent(found ->
                held.add(
                    new Held(
                        holding,
                        found.grant(),
                        subject(holding.id(), found.edition(), known, evaluation, history))));
      }
    }
    return held;
  }

  private Subject subject(
      EntityId id,
      Programme edition,
      List<Player> known,
      Evaluation evaluation,
      TestHistory history) {
    Optional<Subject> judged = judged(id, edition.edition());
    if (judged.isPresent()) {
      return judged.orElseThrow();
    }
    Player player =
        known.stream()
            .filter(each -> each.edition().edition() == edition.edition())
            .findFirst()
            .orElse(known.getFirst());
    return Restoring.holders(
            TestInput.of(edition, evaluation, List.of(player), history, Set.of()),
            List.of(left(id, edition, history)))
        .getFirst();
  }

  private Optional<Subject> judged(EntityId id, int edition) {
    return judgements.stream()
        .filter(judgement -> judgement.input().programme().edition() == edition)
        .flatMap(judgement -> judgement.subjects().stream())
        .filter(subject -> subject.candidate().id().equals(id))
        .findFirst();
  }

  private Restoring.Left left(EntityId id, Programme edition, TestHistory history) {
    for (Judgement judgement : judgements) {
      for (EntityDecision decision : judgement.decisions()) {
        if (decision.id().equals(id)) {
          return new Restoring.Left.By(decision);
        }
      }
    }
    List<Recorded> recorded = history.of(edition.id(), id);
    @Nullable Recorded last = recorded.isEmpty() ? null : recorded.getLast();
    return new Restoring.Left.Waiting(last);
  }
}
