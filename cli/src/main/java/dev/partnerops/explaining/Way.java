package dev.partnerops.explaining;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What would have led to a goal.
 *
 * @param single changes of one number, each enough by itself, the least first
 * @param together changes that are enough only together; empty where a single one is, or none are
 * @param blockers where nothing measured is enough: the clauses in the way, as far as they are
 *     known
 * @param gap how near it came; absent where no one number says it
 */
record Way(
    Goal goal,
    List<Change> single,
    List<Change> together,
    List<Wishes.Blocker> blockers,
    @Nullable Gap gap) {

  Way {
    single = List.copyOf(single);
    together = List.copyOf(together);
    blockers = List.copyOf(blockers);
  }

  boolean isReachable() {
    return !single.isEmpty() || !together.isEmpty();
  }
}
