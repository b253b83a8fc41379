package dev.partnerops.programme;

import dev.partnerops.model.Fraction;
import dev.partnerops.model.Message;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a policy can be evaluated with and yet hardly means (SPEC section 6, {@code policy lint}):
 * names that nothing reads, tiers nobody reaches or holds, amounts their limits never let through.
 * Only plain numbers are compared; what a table or a condition chooses is not judged.
 */
public final class Lint {

  private final Programme programme;
  private final List<Warning> warnings = new ArrayList<>();

  private Lint(Programme programme) {
    this.programme = programme;
  }

  /** One of them, at a line of the file. */
  public record Warning(int line, Message what) {}

  /** All warnings of a programme, in the order of its file. */
  public static List<Warning> of(Programme programme, MetricNames names) {
    Lint lint = new Lint(programme);
    lint.findUnread();
    lint.warnings.addAll(UnreadNames.of(programme));
    lint.warnings.addAll(ClauseLint.of(programme, names));
    lint.warnings.addAll(ClawBackLint.of(programme));
    lint.findNobody();
    // Segments share what the top gives them: what is found twice counts once.
    programme.allInstruments().forEach(lint::examine);
    lint.warnings.sort(Comparator.comparingInt(Warning::line));
    return lint.warnings.stream().distinct().toList();
  }

  private void warn(Clause clause, String key, Object... arguments) {
    warnings.add(new Warning(clause.line(), Message.of("programme.lint." + key, arguments)));
  }

  private void findUnread() {
    Uses uses = new Uses();
    new Parts(uses).visit(programme);
    programme
        .metrics()
        .forEach((name, use) -> {
          if (!uses.metrics.contains(name)) {
            warn(use.clause(), "unread", use.clause().path());
          }
        });
    programme
        .conditions()
        .forEach((name, condition) -> {
          if (!uses.conditions.contains(name)) {
            warn(condition.clause(), "unread", "conditions." + name);
          }
        });
  }

  /** The names that anything but their own definition reads. */
  private static final class Uses implements Parts.Visitor {
    private final Set<String> metrics = new HashSet<>();
    private final Set<String> conditions = new HashSet<>();

    @Override
    public void condition(Parts.Stage stage, Condition condition) {
      if (condition instanceof Condition.Met met) {
        conditions.add(met.name());
      }
    }

    @Override
    public void metric(Parts.Stage stage, Metric.Use use) {
      if (!use.clause().path().equals("metrics." + use.label())) {
        metrics.add(MetricName.base(use.label()));
      }
      if (use.metric() instanceof Metric.Derived derived) {
        derived.names().keySet().forEach(name -> metrics.add(MetricName.base(name)));
      }
    }
  }

  /** A cohort that joins after the edition has ended. */
  private void findNobody() {
    Programme.Cohort cohort = programme.cohort();
    LocalDate to = programme.effective().to();
    LocalDate from = cohort == null ? null : cohort.from();
    if (to != null && from != null && from.isAfter(to)) {
      warn(new Clause("cohort", new KeyLines(programme).of("cohort")), "cohort", from, to);
    }
  }

  private void examine(Instruments instruments) {
    Scorecard scorecard = instruments.scorecard();
    if (scorecard != null) {
      warnings.addAll(ScorecardLint.of(scorecard));
    }
    findReadTooEarly(instruments.grants());
    Ladder ladder = instruments.ladder();
    if (ladder != null) {
      findUnreachable(ladder, scorecard);
      findNeverHeld(ladder);
      Setting readmit = ladder.readmitAfterDays();
      if (readmit != null && ladder.exit() == null) {
        warn(readmit.clause(), "readmit", readmit.clause().path());
      }
    }
    for (Grant grant : instruments.grants()) {
      findCutAlways(grant);
      findOverBudget(grant, instruments);
    }
    Fee fee = instruments.fee();
    if (fee != null && fee.bands().getLast().upTo() != null) {
      Grant.Band last = fee.bands().getLast();
      warn(
          last.clause(),
          "fee.closed",
          last.clause().path(),
          SettingReader.literalNumber(last.upTo()).map(Fraction::toString).orElse(""));
    }
  }

  private void findUnreachable(Ladder ladder, @Nullable Scorecard scorecard) {
    Fraction most = scorecard == null ? null : ScorecardLint.most(scorecard);
    if (most == null) {
      return;
    }
    for (Ladder.Tier tier : ladder.tiers()) {
      Fraction enter = SettingReader.literal(tier.enter());
      if (enter != null && enter.compareTo(most) > 0) {
        warn(
            tier.clause(),
            "tier.unreachable",
            tier.clause().path(),
            enter.toString(),
            most.toString());
      }
    }
  }

  /** Benefits are granted in the order of the file: a later one is still 0. */
  private void findReadTooEarly(List<Grant> grants) {
    Set<String> later = new HashSet<>();
    for (Grant grant : grants.reversed()) {
      later.add(grant.benefit());
      Granted granted = new Granted();
      new Parts(granted).visit(Parts.Stage.GRANTS, grant.eligible());
      granted.uses.forEach(use -> {
        String benefit = use.label().substring("granted.".length());
        if (later.contains(benefit)) {
          warn(use.clause(), "granted", use.clause().path(), benefit);
        }
      });
    }
  }

  /** What is asked of this run's own grants. */
  private static final class Granted implements Parts.Visitor {
    private final List<Metric.Use> uses = new ArrayList<>();

    @Override
    public void metric(Parts.Stage stage, Metric.Use use) {
      if (use.label().startsWith("granted.")
          && use.metric() instanceof Metric.Result result
          && result.of() == null) {
        uses.add(use);
      }
    }
  }

  /** The highest tier met is taken, so that one asking no more than the next is never kept. */
  private void findNeverHeld(Ladder ladder) {
    if (ladder.require() != null) {
      return;
    }
    for (int i = 1; i < ladder.tiers().size(); i++) {
      Ladder.Tier lower = ladder.tiers().get(i - 1);
      Ladder.Tier higher = ladder.tiers().get(i);
      boolean isKeptToo = isAtMost(higher.keep(), lower.keep());
      if (higher.require() == null
          && !ladder.up().oneStep()
          && isKeptToo
          && isAtMost(higher.enter(), lower.enter())) {
        warn(higher.clause(), "tier.never", lower.name(), higher.name());
      }
    }
  }

  private static boolean isAtMost(@Nullable Setting enter, @Nullable Setting other) {
    Fraction asked = SettingReader.literal(enter);
    Fraction otherAsked = SettingReader.literal(other);
    return enter == null
        || (asked != null && otherAsked != null && asked.compareTo(otherAsked) <= 0);
  }

  private void findCutAlways(Grant grant) {
    Fraction amount = fixed(grant);
    for (Grant.Limit limit : grant.limits()) {
      Fraction most = SettingReader.literal(limit.atMost());
      if (amount != null && most != null && amount.compareTo(most) > 0) {
        warn(
            limit.clause(),
            "grant.cut",
            grant.benefit(),
            amount.toString(),
            limit.clause().path(),
            most.toString());
      }
    }
  }

  /** Of a benefit for a badge of so many places, all that may be granted in one period. */
  private void findOverBudget(Grant grant, Instruments instruments) {
    Ranking ranking = instruments.ranking();
    Fraction amount = fixed(grant);
    if (amount == null
        || ranking == null
        || ranking.partitionBy() != null
        || !(grant.eligible() instanceof Condition.Standing standing)
        || standing.kind() != Condition.Standing.Kind.BADGE
        || standing.of() != null) {
      return;
    }
    Fraction places = Fraction.ZERO;
    for (Ranking.Quota quota : ranking.quotas()) {
      if (standing.names().contains(quota.badge())) {
        Fraction some = quota.share() ? null : SettingReader.literal(quota.places());
        if (some == null) {
          return;
        }
        places = places.plus(some);
      }
    }
    Fraction whole = amount.times(places);
    List<Grant.Limit> limits = new ArrayList<>(grant.limits());
    limits.addAll(instruments.limits());
    for (Grant.Limit limit : limits) {
      Fraction budget = SettingReader.literal(limit.atMost());
      if (limit.per().equals("programme") && budget != null && whole.compareTo(budget) > 0) {
        warn(
            limit.clause(),
            "grant.budget",
            places.toString(),
            grant.benefit(),
            whole.toString(),
            limit.clause().path(),
            budget.toString());
      }
    }
  }

  private static @Nullable Fraction fixed(Grant grant) {
    return grant.amount() instanceof Grant.Amount.Fixed(Setting yuan)
        ? SettingReader.literal(yuan)
        : null;
  }
}
