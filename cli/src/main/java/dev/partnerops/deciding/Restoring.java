package dev.partnerops.deciding;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Entities as an evaluation left them, with what is measured of them now: those of an approved run,
 * so that its amounts can be reckoned again (RULES 3, 17), and those who hold a grant that may be
 * clawed back (RULES 21). Scores, tiers, badges, ranks and what was held stand.
 */
public final class Restoring {

  private Restoring() {}

  /** How a holder of a grant stands: by a decision of this run, else by what is known of it. */
  public sealed interface Left {

    /** By a decision of this run. */
    record By(EntityDecision decision) implements Left {}

    /**
     * It is not judged: the tier and badge of its standing before count, and the results that were
     * last recorded.
     *
     * @param last absent where nothing was recorded, or nobody asks
     */
    record Waiting(@Nullable Recorded last) implements Left {}
  }

  /**
   * Those who hold a grant, in their order.
   *
   * @param input each candidate's standing before is its last one; the measurements are today's
   */
  public static List<Subject> holders(JudgeInput input, List<Left> left) {
    List<Subject> subjects = new ArrayList<>(left.size());
    for (int i = 0; i < left.size(); i++) {
      Subject subject =
          subject(input, i, Population.segment(input.programme(), input.candidates().get(i)));
      switch (left.get(i)) {
        case Left.By(EntityDecision decision) -> subject.stand(decision);
        case Left.Waiting(Recorded last) -> subject.stand(last);
      }
      subjects.add(subject);
    }
    return subjects;
  }

  private static Subject subject(JudgeInput input, int candidate, String segment) {
    return new Subject(input, candidate, segment, input.programme().instrumentsOf(segment));
  }

  /**
   * The candidates with the decisions of that run, in their order.
   *
   * @param input each candidate's standing before is the one its decision left behind; the
   *     measurements are today's
   */
  public static List<Subject> subjects(JudgeInput input, List<EntityDecision> decisions) {
    List<Subject> subjects = new ArrayList<>(decisions.size());
    for (int i = 0; i < decisions.size(); i++) {
      Subject subject = subject(input, i, decisions.get(i).segment());
      subject.stand(decisions.get(i));
      subjects.add(subject);
    }
    return subjects;
  }
}
