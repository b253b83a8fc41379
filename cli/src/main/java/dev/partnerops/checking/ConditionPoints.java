package dev.partnerops.checking;

import dev.partnerops.programme.Condition;
import dev.partnerops.wording.Wording;
import java.util.List;

/** A condition on a page: a point, and a point under it for each clause of a group. */
final class ConditionPoints {

  private final Page page;
  private final Wording words;

  ConditionPoints(Page page, Wording words) {
    this.page = page;
    this.words = words;
  }

  /** {@code label: clause}, or the label over all clauses. */
  void add(String label, Condition condition) {
    switch (condition) {
      case Condition.All all when isList(all, all.conditions()) ->
          list(page.say("checking.page.all-of", label), all.conditions());
      case Condition.Any any when isList(any, any.conditions()) ->
          list(page.say("checking.page.any-of", label), any.conditions());
      case Condition.All all -> single(label, all);
      case Condition.Any any -> single(label, any);
      case Condition.Not not -> single(label, not);
      case Condition.Count count -> single(label, count);
      case Condition.Met met -> single(label, met);
      case Condition.Held held -> single(label, held);
      case Condition.OfField leaf -> single(label, leaf);
      case Condition.Age leaf -> single(label, leaf);
      case Condition.OfMetric leaf -> single(label, leaf);
      case Condition.Standing leaf -> single(label, leaf);
      case Condition.Missed leaf -> single(label, leaf);
    }
  }

  private static boolean isList(Condition group, List<Condition> conditions) {
    return conditions.size() > 1 && group.says() == null;
  }

  private void single(String label, Condition condition) {
    page.point(page.say("checking.page.labelled", label, words.conditions().whole(condition)));
  }

  private void list(String label, List<Condition> conditions) {
    page.point(label);
    conditions.forEach(condition -> page.subpoint(words.conditions().whole(condition)));
  }
}
