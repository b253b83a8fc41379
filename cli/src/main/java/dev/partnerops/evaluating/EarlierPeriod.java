package dev.partnerops.evaluating;

import dev.partnerops.deciding.Candidate;
import dev.partnerops.deciding.EntityDecision;
import dev.partnerops.deciding.History;
import dev.partnerops.deciding.Restoring;
import dev.partnerops.deciding.Subject;
import dev.partnerops.ledger.Run;
import dev.partnerops.model.EntityId;
import dev.partnerops.model.Value;
import dev.partnerops.paying.Earlier;
import dev.partnerops.paying.GrantDecision;
import dev.partnerops.programme.MetricReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * A period whose rates and bands are reckoned again (RULES 3).
 *
 * @param run the approved one
 * @param grants all that the run granted
 * @param casts those it granted something that is reckoned again, as they are today, by edition
 * @param decisions of the run on them
 */
record EarlierPeriod(
    Run run,
    List<GrantDecision> grants,
    List<Cast> casts,
    Map<EntityId, EntityDecision> decisions) {

  /** What the names of its values begin with among those of the run that reckons it again. */
  String prefix() {
    return run.run() + " ";
  }

  /** Its values, as the texts a run keeps them by. */
  List<String> references() {
    return casts.stream()
        .flatMap(cast -> cast.references().stream())
        .map(MetricReference::toString)
        .distinct()
        .map(reference -> prefix() + reference)
        .toList();
  }

  /** The period as its run left it, with these values. */
  Earlier restored(Function<Cast, BiFunction<Integer, Integer, Value>> values, History history) {
    List<Subject> subjects = new ArrayList<>();
    for (Cast cast : casts) {
      subjects.addAll(
          Restoring.subjects(
              cast.input(values.apply(cast), history, Set.of()),
              cast.candidates().stream().map(Candidate::id).map(decisions::get).toList()));
    }
    return new Earlier(run.run(), run.period(), subjects, grants);
  }
}
