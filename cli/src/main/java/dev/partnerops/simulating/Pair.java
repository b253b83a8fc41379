package dev.partnerops.simulating;

import dev.partnerops.model.EntityId;
import dev.partnerops.model.Money;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One entity under the policy in force and under the simulated one.
 *
 * @param inForce absent where that policy does not judge it; {@code simulated} alike. One is there
 */
record Pair(EntityId id, @Nullable Outcome inForce, @Nullable Outcome simulated) {

  /** Everybody that either judged in a period, by id. */
  static List<Pair> of(Outcomes inForce, Outcomes simulated) {
    Set<EntityId> ids = new TreeSet<>(inForce.byEntity().keySet());
    ids.addAll(simulated.byEntity().keySet());
    List<Pair> pairs = new ArrayList<>(ids.size());
    for (EntityId id : ids) {
      pairs.add(new Pair(id, inForce.byEntity().get(id), simulated.byEntity().get(id)));
    }
    return pairs;
  }

  /**
   * Everybody over several periods: standing as after the last one that judged them, with what all
   * of them granted and charged.
   */
  static List<Pair> over(List<List<Pair>> periods) {
    Map<EntityId, Pair> all = new LinkedHashMap<>();
    for (List<Pair> period : periods) {
      for (Pair pair : period) {
        all.merge(
            pair.id(),
            pair,
            (before, now) ->
                new Pair(
                    now.id(),
                    added(before.inForce(), now.inForce()),
                    added(before.simulated(), now.simulated())));
      }
    }
    return all.values().stream().sorted((left, right) -> left.id().compareTo(right.id())).toList();
  }

  private static @Nullable Outcome added(@Nullable Outcome before, @Nullable Outcome now) {
    if (before == null || now == null) {
      return now == null ? before : now;
    }
    Map<String, Money> granted = new HashMap<>(before.granted());
    now.granted().forEach((benefit, amount) -> granted.merge(benefit, amount, Money::plus));
    Money fee =
        before.fee() == null && now.fee() == null ? null : before.charged().plus(now.charged());
    return new Outcome(
        now.id(),
        now.name(),
        now.order(),
        now.tier(),
        now.badge(),
        now.score(),
        granted,
        before.services() + now.services(),
        fee,
        now.action());
  }

  /**
   * Whom the simulated policy serves better: who stands in a higher tier, else wears a better
   * badge, else gets more money less what it is charged, else more services.
   */
  Verdict verdict() {
    int sign = tierSteps();
    if (sign == 0) {
      sign = badgeSteps();
    }
    if (sign == 0) {
      sign = net(simulated).compareTo(net(inForce));
    }
    if (sign == 0) {
      sign = Integer.compare(services(simulated), services(inForce));
    }
    return sign > 0 ? Verdict.WINNER : sign < 0 ? Verdict.LOSER : Verdict.EVEN;
  }

  int tierSteps() {
    return Order.steps(
        tier(inForce), tier(simulated), order(inForce).tiers(), order(simulated).tiers());
  }

  int badgeSteps() {
    return Order.steps(
        badge(inForce), badge(simulated), order(inForce).badges(), order(simulated).badges());
  }

  static String tier(@Nullable Outcome outcome) {
    return outcome == null ? "" : outcome.tier();
  }

  static String badge(@Nullable Outcome outcome) {
    return outcome == null ? "" : outcome.badge();
  }

  private static Order order(@Nullable Outcome outcome) {
    return outcome == null ? Order.NOTHING : outcome.order();
  }

  private static Money net(@Nullable Outcome outcome) {
    return outcome == null ? Money.ZERO : outcome.cost().minus(outcome.charged());
  }

  private static int services(@Nullable Outcome outcome) {
    return outcome == null ? 0 : outcome.services();
  }

  /** What a change of policy is to an entity. */
  enum Verdict {
    WINNER,
    LOSER,
    EVEN
  }
}
