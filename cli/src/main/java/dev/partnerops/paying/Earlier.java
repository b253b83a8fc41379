package dev.partnerops.paying;

import dev.partnerops.deciding.Subject;
import dev.partnerops.model.Period;
import java.util.List;

/**
 * An earlier period whose rates and bands are reckoned again (RULES 3).
 *
 * @param run its approved run; of two that reckoned a key the later number knows more
 * @param subjects those it granted something by a rate or bands, standing as its approved run left
 *     them ({@link dev.partnerops.deciding.Restoring}) and measured again
 * @param grants all that the run granted, what it adjusted of yet earlier periods among them
 */
public record Earlier(long run, Period period, List<Subject> subjects, List<GrantDecision> grants) {

  public Earlier {
    subjects = List.copyOf(subjects);
    grants = List.copyOf(grants);
  }
}
