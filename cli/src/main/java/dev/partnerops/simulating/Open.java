package dev.partnerops.simulating;

import dev.partnerops.deciding.Candidate;
import dev.partnerops.deciding.EntityDecision;
import dev.partnerops.deciding.Judgement;
import dev.partnerops.deciding.Subject;
import dev.partnerops.evaluating.Tried;
import dev.partnerops.model.EntityId;
import dev.partnerops.model.Fraction;
import dev.partnerops.model.Period;
import dev.partnerops.paying.FeeStatement;
import dev.partnerops.paying.GrantDecision;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A programme in its open period.
 *
 * @param now as it stands on the as-of day
 * @param later as the period would end
 * @param isFirst whether nothing was approved before it: then grants and fees before are none
 * @param grantsBefore of the period before; {@code feesBefore} alike
 */
record Open(
    String programme,
    Period period,
    LocalDate asOf,
    Tried now,
    Tried later,
    boolean isFirst,
    List<GrantDecision> grantsBefore,
    List<FeeStatement> feesBefore) {

  /** How near is near, as a share, and in places of a ranking. */
  record Near(Fraction share, int places) {

    /** Whether a number lies so near to a threshold, on either side. */
    boolean isNear(Fraction number, Fraction threshold) {
      Fraction distance = magnitude(number.minus(threshold));
      return threshold.signum() != 0 && distance.compareTo(share.times(magnitude(threshold))) <= 0;
    }

    /** Whether a number that grows has come so near to a limit, or beyond. */
    boolean reaches(Fraction number, Fraction limit) {
      return number.compareTo(limit.times(Fraction.ONE.minus(share))) >= 0;
    }

    private static Fraction magnitude(Fraction number) {
      return number.signum() < 0 ? number.negate() : number;
    }
  }

  /** Everybody judged, as the period would end. */
  List<Subject> subjects() {
    return later.judgements().stream().flatMap(judgement -> judgement.subjects().stream()).toList();
  }

  static Map<EntityId, Subject> subjectsById(Tried tried) {
    Map<EntityId, Subject> byId = new HashMap<>();
    for (Judgement judgement : tried.judgements()) {
      for (Subject subject : judgement.subjects()) {
        byId.put(subject.candidate().id(), subject);
      }
    }
    return byId;
  }

  static Map<EntityId, EntityDecision> decisionsById(Tried tried) {
    Map<EntityId, EntityDecision> byId = new HashMap<>();
    tried.decisions().forEach(decision -> byId.put(decision.id(), decision));
    return byId;
  }

  static Map<EntityId, Candidate> candidatesById(Tried tried) {
    Map<EntityId, Candidate> byId = new HashMap<>();
    tried
        .judgements()
        .forEach(judgement ->
            judgement
                .input()
                .candidates()
                .forEach(candidate -> byId.put(candidate.id(), candidate)));
    return byId;
  }
}
