package dev.partnerops.checking;

import dev.partnerops.deciding.EntityDecision;
import dev.partnerops.deciding.Judgement;
import dev.partnerops.deciding.Subject;
import dev.partnerops.model.EntityId;
import dev.partnerops.model.Period;
import dev.partnerops.paying.Payments;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One step judged and paid. */
final class Played {

  private final Period period;
  private final TestHistory history;
  private final List<Judgement> judgements;
  private final Payments payments;
  private final Map<EntityId, Player> players = new LinkedHashMap<>();
  private final Map<EntityId, EntityDecision> decisions = new HashMap<>();
  private final Map<EntityId, Subject> subjects = new HashMap<>();

  Played(
      Period period,
      TestHistory history,
      List<Judgement> judgements,
      Payments payments,
      List<Player> players) {
    this.period = period;
    this.history = history;
    this.judgements = judgements;
    this.payments = payments;
    players.forEach(player -> this.players.put(player.candidate().id(), player));
    for (Judgement judgement : judgements) {
      judgement.decisions().forEach(decision -> decisions.put(decision.id(), decision));
      judgement.subjects().forEach(subject -> subjects.put(subject.candidate().id(), subject));
    }
  }

  Period period() {
    return period;
  }

  /** What it could read of the past. */
  TestHistory history() {
    return history;
  }

  List<Judgement> judgements() {
    return judgements;
  }

  Payments payments() {
    return payments;
  }

  /** All that were judged, in the order they were. */
  Iterable<Player> players() {
    return players.values();
  }

  Optional<Player> player(EntityId id) {
    return Optional.ofNullable(players.get(id));
  }

  /** Empty where an edition judged it by nothing. */
  Optional<EntityDecision> decision(EntityId id) {
    return Optional.ofNullable(decisions.get(id));
  }

  Optional<Subject> subject(EntityId id) {
    return Optional.ofNullable(subjects.get(id));
  }
}
