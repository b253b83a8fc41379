package dev.partnerops.simulating;

import java.util.List;

/** Tiers and badges as a policy orders them, best last. None is below all. */
record Order(List<String> tiers, List<String> badges) {

  static final Order NOTHING = new Order(List.of(), List.of());

  Order {
    tiers = List.copyOf(tiers);
    badges = List.copyOf(badges);
  }

  /**
   * By how many steps a name stands above another, by the first order that knows both; 0 where none
   * does, because a policy that renames its tiers says nothing of which is better.
   */
  static int steps(String from, String to, List<String> order, List<String> other) {
    if (knows(order, from) && knows(order, to)) {
      return order.indexOf(to) - order.indexOf(from);
    }
    return knows(other, from) && knows(other, to) ? other.indexOf(to) - other.indexOf(from) : 0;
  }

  private static boolean knows(List<String> order, String name) {
    return name.isEmpty() || order.contains(name);
  }
}
