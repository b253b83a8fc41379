package dev.partnerops.simulating;

import dev.partnerops.deciding.Candidate;
import dev.partnerops.deciding.EntityDecision;
import dev.partnerops.deciding.Subject;
import dev.partnerops.model.EntityId;
import dev.partnerops.programme.Instruments;
import dev.partnerops.programme.Ranking;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who moves on the ladder, or among the badges, if the period ends as it goes. */
final class Moves {

  private Moves() {}

  static List<Finding> of(Open open) {
    List<Finding> found = new ArrayList<>();
    Map<EntityId, Subject> subjects = Open.subjectsById(open.later());
    for (EntityDecision decision : open.later().decisions()) {
      kind(decision)
          .ifPresent(kind ->
              found.add(
                  finding(
                      kind,
                      decision,
                      decision.tierBefore(),
                      decision.tierAfter(),
                      decision.reasons())));
      Subject subject = subjects.get(decision.id());
      if (subject != null) {
        badge(decision, subject.candidate(), subject.instruments()).ifPresent(found::add);
      }
    }
    return found;
  }

  private static Optional<Finding.Kind> kind(EntityDecision decision) {
    return switch (decision.action()) {
      case null -> Optional.empty();
      case ADMIT -> Optional.of(Finding.Kind.ADMIT);
      case UPGRADE -> Optional.of(Finding.Kind.UP);
      case DOWNGRADE -> Optional.of(Finding.Kind.DOWN);
      case EXIT -> Optional.of(Finding.Kind.EXIT);
      case WARN -> Optional.of(Finding.Kind.WARN);
      case HOLD ->
          decision.after().rises() > 0 ? Optional.of(Finding.Kind.RISING) : Optional.empty();
      case NOT_RATED, PROTECTED -> Optional.empty();
    };
  }

  private static Optional<Finding> badge(
      EntityDecision decision, Candidate candidate, Instruments instruments) {
    Ranking ranking = instruments.ranking();
    String before = candidate.before().badge();
    int steps = Order.steps(before, decision.badge(), instruments.badges(), instruments.badges());
    return ranking == null || steps == 0
        ? Optional.empty()
        : Optional.of(
            finding(
                steps > 0 ? Finding.Kind.UP : Finding.Kind.DOWN,
                decision,
                before,
                decision.badge(),
                ranking.clause().path()
                    + (decision.place() == null ? "" : " " + decision.place())));
  }

  private static Finding finding(
      Finding.Kind kind, EntityDecision decision, String now, String later, String note) {
    return new Finding(
        kind,
        decision.id(),
        decision.segment(),
        decision.name(),
        now.isEmpty() ? null : now,
        later.isEmpty() ? null : later,
        null,
        null,
        note);
  }
}
