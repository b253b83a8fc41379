package dev.partnerops.deciding;

import dev.partnerops.model.EntityId;
import dev.partnerops.model.Value;
import dev.partnerops.programme.Condition;
import dev.partnerops.programme.Ranking;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Ranks the entities of one ranking and gives out its badges, partition by partition (SPEC section
 * 4; RULES 16, 48). Not rated ones, ineligible ones and those whose value is missing are not
 * ranked.
 */
final class Placing {

  /** A ranked entity with its values by {@code by} and {@code then}. */
  record Ranked(Subject subject, List<Value> values) {}

  private Placing() {}

  static void place(Ranking ranking, List<Subject> subjects) {
    Map<String, List<Subject>> partitions = new TreeMap<>(EntityId::compareBytes);
    for (Subject subject : subjects) {
      partitions
          .computeIfAbsent(partition(ranking, subject), name -> new ArrayList<>())
          .add(subject);
    }
    partitions.forEach((name, inside) -> place(ranking, name, inside));
  }

  private static void place(Ranking ranking, String partition, List<Subject> inside) {
    List<Ranked> ranked = new ArrayList<>();
    int eligible = 0;
    for (Subject subject : inside) {
      Entered entered = enter(ranking, partition, subject);
      eligible += entered.eligible() ? 1 : 0;
      if (entered.ranked() != null) {
        ranked.add(entered.ranked());
      }
    }
    ranked.sort(order(ranking));
    int rank = 0;
    for (int i = 0; i < ranked.size(); i++) {
      Ranked one = ranked.get(i);
      boolean shares =
          i > 0 && ranking.ties() != Ranking.Ties.STRICT && tied(ranked.get(i - 1), one);
      rank = shares ? rank : i + 1;
      one.subject().place(partition, rank, one.values().getFirst());
      note(ranking, one);
    }
    // Who is not ranked this time wears nothing either.
    inside.forEach(subject -> subject.badge(""));
    new Quotas(ranking, ranked, eligible, inside.size()).giveOut();
  }

  /** Whether it may be ranked, and what it is ranked by; nothing where that is missing. */
  record Entered(boolean eligible, @Nullable Ranked ranked) {}

  static Entered enter(Ranking ranking, String partition, Subject subject) {
    Value value = subject.value(ranking.by().metric());
    subject.place(partition, null, value);
    if (!isEligible(ranking, subject)) {
      return new Entered(false, null);
    }
    return new Entered(
        true, value.isMissing() ? null : new Ranked(subject, values(ranking, value, subject)));
  }

  static boolean tied(Ranked left, Ranked right) {
    return Values.same(left.values().getFirst(), right.values().getFirst());
  }

  private static boolean isEligible(Ranking ranking, Subject subject) {
    if (subject.status() == Status.NOT_RATED) {
      return false;
    }
    Condition eligible = ranking.eligible();
    return eligible == null || subject.note(subject.judge(eligible)).holds();
  }

  static String partition(Ranking ranking, Subject subject) {
    String by = ranking.partitionBy();
    Value value = by == null ? Value.missing() : subject.named(by);
    return value.isMissing() ? "" : Values.text(value);
  }

  private static List<Value> values(Ranking ranking, Value first, Subject subject) {
    List<Value> values = new ArrayList<>(ranking.then().size() + 1);
    values.add(first);
    for (Ranking.Key key : ranking.then()) {
      values.add(subject.value(key.metric()));
    }
    return values;
  }

  /** The better first; a missing value of a later key last; the id always last. */
  static Comparator<Ranked> order(Ranking ranking) {
    List<Ranking.Key> keys = new ArrayList<>();
    keys.add(ranking.by());
    if (ranking.ties() == Ranking.Ties.STRICT) {
      keys.addAll(ranking.then());
    }
    return (left, right) -> {
      for (int i = 0; i < keys.size(); i++) {
        int sign = compare(left.values().get(i), right.values().get(i), keys.get(i));
        if (sign != 0) {
          return sign;
        }
      }
      return left.subject().candidate().id().compareTo(right.subject().candidate().id());
    };
  }

  private static int compare(Value left, Value right, Ranking.Key key) {
    if (left.isMissing() || right.isMissing()) {
      return Boolean.compare(left.isMissing(), right.isMissing());
    }
    OptionalInt sign = Values.compare(left, right);
    int ascending =
        sign.isPresent()
            ? sign.getAsInt()
            : EntityId.compareBytes(Values.text(left), Values.text(right));
    return key.lowestFirst() ? ascending : -ascending;
  }

  private static void note(Ranking ranking, Ranked one) {
    Subject subject = one.subject();
    if (subject.isTraced()) {
      subject.note(
          Steps.of(
              ranking.by().metric(),
              ranking.clause(),
              subject,
              one.values().getFirst(),
              null,
              null));
    }
  }
}
