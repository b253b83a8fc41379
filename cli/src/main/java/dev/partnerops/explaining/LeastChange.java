package dev.partnerops.explaining;

import dev.partnerops.deciding.Earned;
import dev.partnerops.deciding.EntityDecision;
import dev.partnerops.deciding.Rejudging;
import dev.partnerops.deciding.Status;
import dev.partnerops.model.Fraction;
import dev.partnerops.model.Value;
import dev.partnerops.programme.Metric;
import dev.partnerops.programme.MetricReference;
import dev.partnerops.programme.Ranking;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the least change that would have led to a goal: of one measured number, else of several
 * together. Nothing is reckoned ahead: every change was judged by the code that decides.
 */
final class LeastChange {

  private final Rejudging again;
  private final List<Lever> levers;

  LeastChange(Rejudging again, List<Lever> levers) {
    this.again = again;
    this.levers = List.copyOf(levers);
  }

  /** A way for each goal. */
  static List<Way> of(Rejudging again, List<Lever> levers) {
    LeastChange search = new LeastChange(again, levers);
    return Goals.of(again).stream().map(search::way).toList();
  }

  Way way(Goal goal) {
    List<Change> single = new ArrayList<>();
    for (Lever lever : levers) {
      Steering.least(lever, change -> reaches(goal, List.of(change))).ifPresent(single::add);
    }
    single.sort(Change.BY_SIZE);
    Wishes wishes = Wishes.of(goal, again, levers);
    List<Change> together = single.isEmpty() ? together(goal, wishes) : List.of();
    return new Way(
        goal,
        single,
        together,
        single.isEmpty() && together.isEmpty() ? wishes.blockers() : List.of(),
        gap(goal, wishes));
  }

  private boolean reaches(Goal goal, List<Change> changes) {
    return goal.reached().test(again.judge(Change.instead(changes), goal.placed()));
  }

  /** All that is asked for, then without what is not needed, then each as little as it may be. */
  private List<Change> together(Goal goal, Wishes wishes) {
    List<Change> wished = wishes.changes();
    List<Change> placed = withPlace(goal, wished);
    List<Change> changes =
        Stream.<Supplier<List<Change>>>of(
                () -> wished, () -> placed, () -> withScore(wished), () -> withScore(placed))
            .map(Supplier::get)
            .filter(each -> reaches(goal, each))
            .findFirst()
            .orElse(List.of());
    List<Change> needed = new ArrayList<>(changes);
    for (Change change : changes.stream().sorted(Change.BY_SIZE.reversed()).toList()) {
      List<Change> without = new ArrayList<>(needed);
      without.remove(change);
      if (reaches(goal, without)) {
        needed = without;
      }
    }
    for (Change change : needed.stream().sorted(Change.BY_SIZE.reversed()).toList()) {
      int at = needed.indexOf(change);
      List<Change> others = new ArrayList<>(needed);
      others.remove(at);
      Optional<Change> less =
          Steering.least(
              change.lever(),
              change.isMore(),
              change.to(),
              tried -> {
                List<Change> all = new ArrayList<>(others);
                all.add(tried);
                return reaches(goal, all);
              });
      if (less.isPresent()) {
        needed.set(at, less.get());
      }
    }
    needed.sort(Comparator.comparingInt(change -> levers.indexOf(change.lever())));
    return needed;
  }

  /** With what it is ranked by beyond the last that holds the badge. */
  private List<Change> withPlace(Goal goal, List<Change> wished) {
    Ranking ranking = again.was().instruments().ranking();
    List<String> badges = again.was().instruments().badges();
    if (!goal.placed() || ranking == null || badges.isEmpty()) {
      return wished;
    }
    String badge = goal.kind() == Goal.Kind.BADGE ? goal.name() : badges.getFirst();
    Fraction holder =
        again.lastHolder(badge).flatMap(each -> each.value().findNumber()).orElse(null);
    List<Change> changes = new ArrayList<>(wished);
    for (Lever lever : levers) {
      boolean ranks = ranking.by().metric().metric().equals(new Metric.Measured(lever.reference()));
      if (holder != null && ranks) {
        changes.removeIf(change -> change.lever().equals(lever));
        boolean more = !ranking.by().lowestFirst();
        Steering.least(lever, more, null, change -> isBeyond(change, holder, more))
            .ifPresent(changes::add);
      }
    }
    return changes;
  }

  private static boolean isBeyond(Change change, Fraction holder, boolean more) {
    int sign = change.to().findNumber().orElse(Fraction.ZERO).compareTo(holder);
    return more ? sign > 0 : sign < 0;
  }

  /** With each other number where it earns most. */
  private List<Change> withScore(List<Change> wished) {
    Map<MetricReference, Change> changes = new LinkedHashMap<>();
    wished.forEach(change -> changes.put(change.lever().reference(), change));
    for (Lever lever : levers) {
      if (!changes.containsKey(lever.reference())) {
        best(lever, wished).ifPresent(change -> changes.put(lever.reference(), change));
      }
    }
    return List.copyOf(changes.values());
  }

  private Optional<Change> best(Lever lever, List<Change> wished) {
    Grid grid = lever.grid();
    Fraction value = lever.value().findNumber().orElse(null);
    if (grid == null || value == null) {
      return Optional.empty();
    }
    Change best = null;
    Fraction most = points(judged(wished));
    for (boolean more : new boolean[] {true, false}) {
      BigInteger start = more ? grid.floor(value) : grid.ceiling(value);
      for (BigInteger place : Steering.places(lever, grid, start, more, null)) {
        Change change = new Change(lever, grid.value(place));
        List<Change> all = new ArrayList<>(wished);
        all.add(change);
        Fraction points = points(judged(all));
        if (points.compareTo(most) > 0) {
          most = points;
          best = change;
        }
      }
    }
    return Optional.ofNullable(best);
  }

  private EntityDecision judged(List<Change> changes) {
    return again.judge(Change.instead(changes), false).decision();
  }

  /** What all KPIs and entries earn, before a range cuts it. */
  private static Fraction points(EntityDecision decision) {
    Fraction sum = decision.status() == Status.NOT_RATED ? Fraction.of(-1) : Fraction.ZERO;
    for (Earned earned : decision.points()) {
      sum = sum.plus(earned.points());
    }
    return sum;
  }

  private @Nullable Gap gap(Goal goal, Wishes wishes) {
    EntityDecision decision = again.judge(Map.of(), goal.placed()).decision();
    Fraction score = decision.score();
    Fraction asked = goal.threshold();
    if (asked != null && score != null && score.compareTo(asked) < 0) {
      return new Gap.OfScore(score, asked);
    }
    Ranking ranking = again.was().instruments().ranking();
    if (goal.kind() == Goal.Kind.BADGE && ranking != null && decision.place() != null) {
      Value value = decision.placeValue();
      Optional<Rejudging.Holder> holder = again.lastHolder(goal.name());
      if (holder.isPresent() && value.findNumber().isPresent()) {
        return new Gap.OfPlace(
            ranking.by().metric(),
            value,
            holder.get().value(),
            holder.get().place(),
            ranking.by().lowestFirst());
      }
    }
    return wishes.changes().stream().min(Change.BY_SIZE).<Gap>map(Gap.OfClause::new).orElse(null);
  }
}
