package dev.partnerops.deciding;

import dev.partnerops.model.DayRange;
import dev.partnerops.model.Value;
import dev.partnerops.programme.Condition;
import dev.partnerops.programme.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code {tier: …}} and {@code {badge: …}}: the standing just reached (in a ladder: before), the
 * last approved one of another programme, or those recorded in a window (RULES 34, 35).
 */
final class StandingConditions {

  private StandingConditions() {}

  static Finding judge(Condition.Standing leaf, Subject subject) {
    List<String> stood = stood(leaf, subject);
    List<String> order = leaf.orAbove() ? order(leaf, subject) : List.of();
    boolean met =
        leaf.seen() == Condition.Standing.Seen.EVERY
            ? !stood.isEmpty() && stood.stream().allMatch(name -> matches(leaf, name, order))
            : stood.stream().anyMatch(name -> matches(leaf, name, order));
    Verdict verdict = met ? Verdict.MET : Verdict.UNMET;
    String last = stood.isEmpty() ? "" : stood.getLast();
    List<Value> names = leaf.names().stream().map(Value::ofText).toList();
    Condition.Operator operator =
        leaf.orAbove()
            ? Condition.Operator.AT_LEAST
            : names.size() == 1 ? Condition.Operator.IS : Condition.Operator.IN;
    return new Finding(
        leaf,
        verdict,
        leaf.kind() == Condition.Standing.Kind.TIER ? "tier" : "badge",
        last.isEmpty() ? Value.missing() : Value.ofText(last),
        List.of(new Finding.Compared(operator, names, verdict)),
        List.of(),
        null);
  }

  private static boolean matches(Condition.Standing leaf, String name, List<String> order) {
    if (leaf.names().contains(name)) {
      return true;
    }
    int at = order.indexOf(name);
    return at >= 0
        && leaf.names().stream()
            .anyMatch(asked -> order.contains(asked) && order.indexOf(asked) <= at);
  }

  /** Worst first. */
  private static List<String> order(Condition.Standing leaf, Subject subject) {
    String of = leaf.of();
    return switch (leaf.kind()) {
      case TIER -> of == null ? subject.tiers() : subject.input().history().tiers(of);
      case BADGE -> of == null ? subject.badges() : subject.input().history().badges(of);
    };
  }

  private static List<String> stood(Condition.Standing leaf, Subject subject) {
    String of = leaf.of();
    Window window = leaf.window();
    boolean tier = leaf.kind() == Condition.Standing.Kind.TIER;
    String now = tier ? subject.tier() : subject.badge();
    if (of == null && window == null) {
      return List.of(now);
    }
    List<Recorded> recorded =
        subject
            .input()
            .history()
            .of(of == null ? subject.programme().id() : of, subject.candidate().id());
    List<String> stood = new ArrayList<>();
    if (window == null) {
      if (!recorded.isEmpty()) {
        stood.add(name(recorded.getLast(), tier));
      }
      return stood;
    }
    Optional<DayRange> days = subject.days(window);
    if (days.isEmpty()) {
      return stood;
    }
    for (Recorded one : recorded) {
      if (days.get().contains(one.day())) {
        stood.add(name(one, tier));
      }
    }
    // A badge is asked for after the ranking only, a tier also in the ladder itself.
    if (of == null
        && (!tier || subject.isPastLadder())
        && days.get().contains(subject.input().evaluation().end())) {
      stood.add(now);
    }
    return stood;
  }

  private static String name(Recorded recorded, boolean tier) {
    return tier ? recorded.tier() : recorded.badge();
  }
}
