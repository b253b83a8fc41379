package dev.partnerops.deciding;

import dev.partnerops.model.DayRange;
import dev.partnerops.model.Fraction;
import dev.partnerops.model.Money;
import dev.partnerops.model.Value;
import dev.partnerops.programme.Clause;
import dev.partnerops.programme.Condition;
import dev.partnerops.programme.Instruments;
import dev.partnerops.programme.Metric;
import dev.partnerops.programme.MetricReference;
import dev.partnerops.programme.Programme;
import dev.partnerops.programme.Setting;
import dev.partnerops.programme.Window;
import dev.partnerops.programme.Windows;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One candidate while it is judged: what is known of it so far, and whom to ask for the rest.
 * Conditions see the results reached by then: in a ladder the tier before, afterwards the tier
 * after.
 */
public final class Subject {

  private final JudgeInput input;
  private final int index;
  private final Candidate candidate;
  private final String segment;
  private final Instruments instruments;
  private final List<Step> steps;
  private final boolean traced;

  private Scored scored = Scored.NOTHING;
  private @Nullable Integer rank;
  private @Nullable Climbed climbed;
  private String tier;
  private String badge;
  private boolean missed;
  private @Nullable String askedTier;
  private @Nullable Integer place;
  private String partition = "";
  private Value placeValue = Value.missing();
  private Map<String, Integer> held = Map.of();
  private @Nullable Granted granted;

  Subject(JudgeInput input, int index, String segment, Instruments instruments) {
    this.input = input;
    this.index = index;
    this.candidate = input.candidates().get(index);
    this.segment = segment;
    this.instruments = instruments;
    Standing before = candidate.before();
    this.tier = before.shown();
    this.badge = before.badge();
    this.traced = input.traced().contains(candidate.id());
    this.steps = traced ? new ArrayList<>() : List.of();
  }

  public JudgeInput input() {
    return input;
  }

  public Programme programme() {
    return input.programme();
  }

  /** Its place among the candidates of the input. */
  int index() {
    return index;
  }

  public Candidate candidate() {
    return candidate;
  }

  public Instruments instruments() {
    return instruments;
  }

  public Status status() {
    return scored.status();
  }

  /** The clauses that leave it not rated or failed; empty where it is rated. */
  public String whyNotRated() {
    return scored.reasons();
  }

  /** The place in the ranking; absent where not ranked. */
  public @Nullable Integer place() {
    return place;
  }

  /** The condition judged at this point. */
  public Finding judge(Condition condition) {
    return Conditions.judge(condition, this);
  }

  /** What the setting comes to; empty where it is {@code none}. */
  public Optional<Value> setting(Setting setting) {
    return Settings.value(setting, this);
  }

  /** The number a setting comes to; empty where it is absent or {@code none}. */
  public Optional<Fraction> number(@Nullable Setting setting) {
    return Settings.number(setting, this);
  }

  public Value value(Metric.Use use) {
    return MetricValues.value(use.metric(), this);
  }

  /** Tells later conditions what a benefit grants in this run. */
  public void grant(String benefit, Money amount) {
    if (amount.signum() != 0 || granted(benefit).signum() != 0) {
      granted = new Granted(benefit, amount, granted);
    }
  }

  /**
   * What a benefit grants, the last word first: a map for each of a million merchants would weigh
   * more than all else that is known of them.
   */
  private record Granted(String benefit, Money amount, @Nullable Granted before) {}

  /** Whether its steps are kept. */
  public boolean isTraced() {
    return traced;
  }

  /** Keeps the condition with all its parts as steps. */
  public Finding note(Finding finding) {
    if (traced) {
      Steps.of(finding, this, steps);
    }
    return finding;
  }

  /** Keeps what an expression is made of, before its value. */
  public void noteParts(Metric.Use use) {
    if (traced) {
      Steps.parts(use.metric(), 1, this, steps);
    }
  }

  public void note(Step step) {
    if (traced) {
      steps.add(step);
    }
  }

  /** The steps kept since they were last taken. */
  public List<Step> takeSteps() {
    List<Step> taken = List.copyOf(steps);
    if (traced) {
      steps.clear();
    }
    return taken;
  }

  /** What {@code by:} of a table names: a field or a result. */
  Value named(String by) {
    return switch (by) {
      case "segment" -> text(segment);
      case "tier" -> text(askedTier != null ? askedTier : tier);
      case "tier_before" -> text(climbed == null ? candidate().before().shown() : climbed.before());
      case "rank" -> place == null ? Value.missing() : Value.of((long) place);
      default -> candidate().field(by);
    };
  }

  Value measured(MetricReference reference) {
    return input.measurements().value(index, reference);
  }

  @Nullable DayRange daysOf(MetricReference reference) {
    return input.measurements().days(index, reference);
  }

  Optional<DayRange> days(Window window) {
    Window own = Windows.chosen(window, condition -> judge(condition).isMet());
    return input.reading().days(own, candidate()::field);
  }

  /**
   * Counts a {@code held} clause on: how many evaluations running it has been met, this one
   * included. A pause counts neither way, a reset begins anew (RULES 10).
   */
  int mark(Clause clause, boolean met) {
    String key = askedTier == null ? clause.path() : clause.path() + "@" + askedTier;
    Integer before = candidate().before().held().get(key);
    int running =
        switch (scored.marks()) {
          case KEPT -> before == null ? 0 : before;
          case CLEARED -> 0;
          case COUNTED -> met ? (before == null ? 1 : before + 1) : 0;
        };
    if (running > 0) {
      if (held.isEmpty()) {
        held = new HashMap<>();
      }
      held.put(key, running);
    }
    return running;
  }

  Map<String, Integer> marks() {
    return scored.marks() == Scored.Marks.KEPT ? candidate().before().held() : held;
  }

  /** Leaves it where that decision left it: its score, tier, badge, places and marks stand. */
  void stand(EntityDecision decision) {
    scored =
        new Scored(
            decision.status(),
            decision.score(),
            decision.points(),
            Scored.Marks.KEPT,
            decision.reasons(),
            List.of());
    rank = decision.rank();
    badge = decision.badge();
    place(decision.partition(), decision.place(), decision.placeValue());
    if (decision.action() != null) {
      climb(
          new Climbed(
              decision.action(),
              decision.tierBefore(),
              decision.tierCalculated(),
              decision.tierAfter(),
              decision.after().place(),
              decision.after().misses(),
              decision.after().rises(),
              decision.after().rising(),
              decision.after().exitedOn(),
              decision.after().protection(),
              decision.reasons(),
              decision.after().beneath()));
    }
  }

  /** It is not judged: results are those last recorded; none where nothing was. */
  void stand(@Nullable Recorded last) {
    List<Earned> points = new ArrayList<>();
    if (last != null) {
      last.points()
          .forEach((name, earned) ->
              points.add(new Earned(name, Value.missing(), earned, Fraction.ZERO)));
      place("", last.rank(), Value.missing());
      tier = last.tier();
      badge = last.badge();
    }
    Fraction score = last == null ? null : last.score();
    scored = new Scored(Status.RATED, score, points, Scored.Marks.KEPT, "", List.of());
  }

  void score(Scored result) {
    scored = result;
  }

  Scored scored() {
    return scored;
  }

  @Nullable Fraction score() {
    return scored.score();
  }

  @Nullable Fraction points(String name) {
    for (Earned earned : scored.points()) {
      if (earned.name().equals(name)) {
        return earned.points();
      }
    }
    return null;
  }

  Money granted(String benefit) {
    for (Granted each = granted; each != null; each = each.before()) {
      if (each.benefit().equals(benefit)) {
        return each.amount();
      }
    }
    return Money.ZERO;
  }

  void rank(int shared) {
    rank = shared;
  }

  @Nullable Integer rank() {
    return rank;
  }

  /** The value of {@code segment_by}; empty where there is none. */
  public String segment() {
    return segment;
  }

  String tier() {
    return tier;
  }

  String badge() {
    return badge;
  }

  void badge(String won) {
    badge = won;
  }

  void place(String part, @Nullable Integer at, Value by) {
    partition = part;
    place = at;
    placeValue = by;
  }

  String partition() {
    return partition;
  }

  Value placeValue() {
    return placeValue;
  }

  boolean missed() {
    return missed;
  }

  void missed(boolean missesTier) {
    missed = missesTier;
  }

  /** In a ladder's {@code require}: the tier asked about; absent elsewhere. */
  void ask(@Nullable String asked) {
    askedTier = asked;
  }

  void climb(Climbed result) {
    climbed = result;
    tier = result.after();
  }

  @Nullable Climbed climbed() {
    return climbed;
  }

  boolean isPastLadder() {
    return climbed != null;
  }

  /** The tiers of its ladder, lowest first. */
  List<String> tiers() {
    return instruments.tiers();
  }

  /** The badges of its ranking, best last. */
  List<String> badges() {
    return instruments.badges();
  }

  private static Value text(String text) {
    return text.isEmpty() ? Value.missing() : Value.ofText(text);
  }
}
