package dev.partnerops.explaining;

import dev.partnerops.output.Messages;
import dev.partnerops.wording.Wording;
import java.util.List;

/** What would have led to what was not reached, in sentences. */
final class WayBlocks {

  /** So many offers are read. */
  private static final int MOST = 3;

  private final Messages messages;
  private final Wording words;
  private final ChangeWords changes;

  WayBlocks(Messages messages, Wording words, ChangeWords changes) {
    this.messages = messages;
    this.words = words;
    this.changes = changes;
  }

  void add(List<Way> ways, Page page) {
    ways.forEach(way -> add(way, page));
  }

  private void add(Way way, Page page) {
    String goal = goal(way.goal());
    Gap gap = way.gap();
    page.heading(
        gap == null || (gap instanceof Gap.OfClause && !way.single().isEmpty())
            ? messages.text("explaining.way", goal)
            : messages.text("explaining.way.gap", goal, changes.gap(gap)));
    List<Change> single = way.single();
    if (!single.isEmpty()) {
      for (Change change : single.subList(0, Math.min(MOST, single.size()))) {
        page.item(changes.sentence(change));
      }
      if (single.size() > MOST) {
        page.line(messages.text("explaining.way.more", single.size() - MOST));
      }
      return;
    }
    if (!way.together().isEmpty()) {
      page.item(
          messages.text(
              "explaining.way.together",
              words.semicolons(way.together().stream().map(changes::sentence).toList())));
      return;
    }
    List<String> blockers =
        way.blockers().stream().map(changes::blocker).distinct().limit(MOST).toList();
    page.item(
        blockers.isEmpty()
            ? messages.text("explaining.way.none")
            : messages.text("explaining.way.blocked", words.semicolons(blockers)));
  }

  private String goal(Goal goal) {
    String name =
        switch (goal.kind()) {
          case KEPT, REACHED -> words.tier(goal.name());
          case BADGE -> words.badge(goal.name());
          case ELIGIBLE -> words.benefit(null, goal.name());
          case RATED, PASSED, ADMITTED, REDUCED_FEE -> "";
        };
    return messages.text("explaining.goal." + goal.kind().word(), name);
  }
}
