package dev.partnerops.checking;

import dev.partnerops.deciding.Candidate;
import dev.partnerops.deciding.Given;
import dev.partnerops.deciding.Standing;
import dev.partnerops.model.EntityId;
import dev.partnerops.model.Fraction;
import dev.partnerops.model.Value;
import dev.partnerops.programme.Metric;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An entity on which edges are tried; each change makes another one.
 *
 * @param metrics and {@code score}: stated; others stand as missing
 * @param tier stated as reached; absent: as the ladder has it
 */
record Trial(
    EntityId id,
    Map<String, Value> fields,
    Map<Metric, Value> metrics,
    @Nullable Fraction score,
    @Nullable String tier,
    Standing before) {

  Trial field(String name, Value value) {
    Map<String, Value> changed = new LinkedHashMap<>(fields);
    changed.put(name, value);
    return new Trial(id, changed, metrics, score, tier, before);
  }

  /** A score of its own is stated as such, since the ladder asks for it too. */
  Trial metric(Metric metric, Value value) {
    if (metric instanceof Metric.Result result
        && result.kind() == Metric.Result.Kind.SCORE
        && result.of() == null
        && value.findNumber().isPresent()) {
      return score(value.findNumber().get());
    }
    Map<Metric, Value> changed = new LinkedHashMap<>(metrics);
    changed.put(metric, value);
    return new Trial(id, fields, changed, score, tier, before);
  }

  Trial score(Fraction stated) {
    return new Trial(id, fields, metrics, stated, tier, before);
  }

  Trial in(String reached) {
    return new Trial(id, fields, metrics, score, reached, before);
  }

  /** With the tier that the ladder comes to. */
  Trial reckoned() {
    return tier == null ? this : new Trial(id, fields, metrics, score, null, before);
  }

  Trial after(Standing standing) {
    return new Trial(id, fields, metrics, score, tier, standing);
  }

  Candidate candidate(Asked asked) {
    return new Candidate(
        id, id.id(), asked.watching(fields), before, null, new Given(score, null, tier, metrics));
  }
}
