package dev.partnerops.evaluating;

import dev.partnerops.deciding.EntityDecision;
import dev.partnerops.ledger.RunRows;
import dev.partnerops.paying.GrantDecision;
import java.util.Map;
import java.util.TreeMap;

/** What a run decided, in numbers. */
public final class RunCounts {

  private RunCounts() {}

  /**
   * How many have each status, action, badge and benefit with its status, by names such as {@code
   * action.upgrade}, sorted; {@code fees} where there are statements.
   *
   * @param approved whether what is eligible was granted
   */
  public static Map<String, Integer> of(RunRows content, boolean approved) {
    Map<String, Integer> counts = new TreeMap<>();
    for (EntityDecision decision : content.decisions()) {
      counts.merge("status." + decision.status().word(), 1, Integer::sum);
      if (decision.action() != null) {
        counts.merge("action." + decision.action().word(), 1, Integer::sum);
      }
      if (!decision.badge().isEmpty()) {
        counts.merge("badge." + decision.badge(), 1, Integer::sum);
      }
    }
    for (GrantDecision grant : content.grants()) {
      counts.merge("grant." + grant.benefit() + "." + grant.word(approved), 1, Integer::sum);
    }
    if (!content.fees().isEmpty()) {
      counts.put("fees", content.fees().size());
    }
    return counts;
  }
}
