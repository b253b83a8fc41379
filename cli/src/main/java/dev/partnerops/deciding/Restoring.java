package dev.partnerops.deciding;

import java.util.ArrayList;
import java.util.List;

/**
 * Entities as an approved run left them, so that its amounts can be reckoned again from what is
 * measured today: scores, tiers, badges, ranks and what was held stand (RULES 3, 17).
 */
public final class Restoring {

  private Restoring() {}

  /**
   * The candidates with the decisions of that run, in their order.
   *
   * @param input each candidate's standing before is the one its decision left behind; the
   *     measurements are today's
   */
  public static List<Subject> subjects(JudgeInput input, List<EntityDecision> decisions) {
    List<Subject> subjects = new ArrayList<>(decisions.size());
    for (int i = 0; i < decisions.size(); i++) {
      String segment = decisions.get(i).segment();
      Subject subject = new Subject(input, i, segment, input.programme().instrumentsOf(segment));
      subject.stand(decisions.get(i));
      subjects.add(subject);
    }
    return subjects;
  }
}
