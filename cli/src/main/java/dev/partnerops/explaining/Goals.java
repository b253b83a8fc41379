package dev.partnerops.explaining;

import dev.partnerops.deciding.Action;
import dev.partnerops.deciding.EntityDecision;
import dev.partnerops.deciding.Rejudging;
import dev.partnerops.deciding.Standing;
import dev.partnerops.deciding.Status;
import dev.partnerops.deciding.Subject;
import dev.partnerops.model.Fraction;
import dev.partnerops.programme.Condition;
import dev.partnerops.programme.Fee;
import dev.partnerops.programme.Grant;
import dev.partnerops.programme.Instruments;
import dev.partnerops.programme.Ladder;
import dev.partnerops.programme.Ranking;
import dev.partnerops.programme.Scorecard;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What an entity did not reach at an evaluation, in the order it is evaluated. */
final class Goals {

  private final Subject subject;
  private final Instruments instruments;
  private final EntityDecision decision;
  private final List<Goal> goals = new ArrayList<>();

  private Goals(Rejudging again) {
    this.subject = again.was();
    this.instruments = subject.instruments();
    this.decision = again.judge(Map.of(), true).decision();
  }

  /** Those that apply; none where all is reached. */
  static List<Goal> of(Rejudging again) {
    Goals goals = new Goals(again);
    goals.add();
    return goals.goals;
  }

  private void add() {
    if (decision.status() == Status.NOT_RATED) {
      add(Goal.Kind.RATED, "", again -> again.decision().status() != Status.NOT_RATED, rating());
    } else if (decision.status() == Status.FAILED) {
      add(Goal.Kind.PASSED, "", again -> again.decision().status() == Status.RATED, rating());
    }
    if (instruments.ladder() != null && decision.action() != null) {
      addTiers(instruments.ladder());
    }
    if (instruments.ranking() != null) {
      addBadge(instruments.ranking());
    }
    instruments.grants().forEach(this::add);
    Fee fee = instruments.fee();
    Condition reduced = fee == null ? null : fee.eligible();
    if (reduced != null && !subject.judge(reduced).holds()) {
      add(
          Goal.Kind.REDUCED_FEE,
          "",
          again -> again.subject().judge(reduced).holds(),
          List.of(want(reduced)));
    }
  }

  private void add(
      Goal.Kind kind, String name, Predicate<Rejudging.Rejudged> reached, List<Goal.Want> wants) {
    goals.add(new Goal(kind, name, instruments.ranking() != null, reached, null, wants));
  }

  private static Goal.Want want(Condition condition) {
    return new Goal.Want(condition, true, "");
  }

  /** What a rating asks for, besides what its points come from. */
  private List<Goal.Want> rating() {
    List<Goal.Want> wants = new ArrayList<>();
    Condition minimum = instruments.minimum();
    if (minimum != null) {
      wants.add(want(minimum));
    }
    Scorecard card = instruments.scorecard();
    if (card != null) {
      for (Scorecard.Kpi kpi : card.allKpis()) {
        if (kpi.require() != null) {
          wants.add(want(kpi.require()));
        }
      }
    }
    return wants;
  }

  private void addTiers(Ladder ladder) {
    Standing before = subject.candidate().before();
    Standing after = decision.after();
    if (after.place() == Standing.Place.EXITED && before.place() == Standing.Place.EXITED) {
      return; // until it may return nothing measured changes anything
    }
    Condition admit = ladder.admit();
    if (admit != null
        && after.place() != Standing.Place.IN
        && before.place() != Standing.Place.IN) {
      List<Goal.Want> wants = new ArrayList<>(wants(ladder, 0));
      wants.add(want(admit));
      addTier(
          Goal.Kind.ADMITTED,
          "",
          again -> again.decision().after().place() == Standing.Place.IN,
          threshold(ladder, 0, false),
          wants);
      return;
    }
    int held = before.place() == Standing.Place.IN ? tier(before.tier()) : -1;
    boolean lost =
        after.place() == Standing.Place.EXITED || tier(after.tier()) < held || after.misses() > 0;
    if (held >= 0 && lost && decision.status() != Status.NOT_RATED) {
      addTier(
          Goal.Kind.KEPT,
          before.tier(),
          again -> keeps(again.decision(), held),
          threshold(ladder, held, true),
          wants(ladder, held));
    }
    int reached = Math.max(held, tier(after.tier()));
    for (String rising : after.rising()) {
      reached = Math.max(reached, tier(rising));
    }
    boolean climbed = decision.action() == Action.UPGRADE && ladder.up().oneStep();
    int next = reached + 1;
    if (next < ladder.tiers().size() && !climbed && !ladder.up().never()) {
      addTier(
          Goal.Kind.REACHED,
          ladder.tiers().get(next).name(),
          again -> reaches(again.decision(), next),
          threshold(ladder, next, false),
          wants(ladder, next));
    }
  }

  private void addTier(
      Goal.Kind kind,
      String name,
      Predicate<Rejudging.Rejudged> reached,
      @Nullable Fraction threshold,
      List<Goal.Want> wants) {
    goals.add(new Goal(kind, name, false, reached, threshold, wants));
  }

  private boolean keeps(EntityDecision decided, int tier) {
    Standing after = decided.after();
    return decided.action() != Action.NOT_RATED
        && after.place() == Standing.Place.IN
        && tier(after.tier()) >= tier
        && after.misses() == 0;
  }

  private boolean reaches(EntityDecision decided, int tier) {
    Standing after = decided.after();
    return after.place() == Standing.Place.IN
        && (tier(after.tier()) >= tier
            || after.rising().stream().anyMatch(rising -> tier(rising) >= tier));
  }

  private @Nullable Fraction threshold(Ladder ladder, int tier, boolean keep) {
    Ladder.Tier asked = ladder.tiers().get(tier);
    return subject.number(keep && asked.keep() != null ? asked.keep() : asked.enter()).orElse(null);
  }

  private List<Goal.Want> wants(Ladder ladder, int tier) {
    List<Goal.Want> wants = new ArrayList<>(rating());
    String name = ladder.tiers().get(tier).name();
    for (@Nullable Condition require :
        Arrays.asList(ladder.require(), ladder.tiers().get(tier).require())) {
      if (require != null) {
        wants.add(new Goal.Want(require, true, name));
      }
    }
    Condition exit = ladder.exit();
    if (exit != null) {
      wants.add(new Goal.Want(exit, false, ""));
    }
    return wants;
  }

  private int tier(String name) {
    return instruments.tiers().indexOf(name);
  }

  private void addBadge(Ranking ranking) {
    List<String> badges = instruments.badges();
    Integer place = decision.place();
    int held = place == null ? -1 : badges.indexOf(decision.badge());
    int next = held + 1;
    if (next >= badges.size()) {
      return;
    }
    add(
        Goal.Kind.BADGE,
        badges.get(next),
        again ->
            again.decision().place() != null && badges.indexOf(again.decision().badge()) >= next,
        wants(ranking, badges.get(next)));
  }

  private List<Goal.Want> wants(Ranking ranking, String badge) {
    List<Goal.Want> wants = new ArrayList<>(rating());
    if (ranking.eligible() != null) {
      wants.add(want(ranking.eligible()));
    }
    for (Ranking.Quota quota : ranking.quotas()) {
      if (quota.badge().equals(badge) && quota.require() != null) {
        wants.add(want(quota.require()));
      }
    }
    return wants;
  }

  private void add(Grant grant) {
    if (isEligible(grant, subject)) {
      return;
    }
    List<Goal.Want> wants = new ArrayList<>(rating());
    Condition eligible = grant.eligible();
    if (eligible != null) {
      wants.add(want(eligible));
      standings(eligible, wants);
    }
    add(
        Goal.Kind.ELIGIBLE,
        grant.benefit(),
        again ->
            again.decision().status() != Status.NOT_RATED && isEligible(grant, again.subject()),
        wants);
  }

  /** What the tier or badge asks for that a condition asks for. */
  private void standings(Condition condition, List<Goal.Want> wants) {
    switch (condition) {
      case Condition.All all -> all.conditions().forEach(each -> standings(each, wants));
      case Condition.Any any -> any.conditions().forEach(each -> standings(each, wants));
      case Condition.Count count -> count.conditions().forEach(each -> standings(each, wants));
      case Condition.Held held -> standings(held.condition(), wants);
      case Condition.Standing standing -> standing(standing, wants);
      case Condition.Met met -> {
        Condition named = subject.programme().conditions().get(met.name());
        if (named != null) {
          standings(named, wants);
        }
      }
      case Condition.Not not -> {}
      case Condition.OfField leaf -> {}
      case Condition.Age leaf -> {}
      case Condition.OfMetric leaf -> {}
      case Condition.Missed leaf -> {}
    }
  }

  private void standing(Condition.Standing standing, List<Goal.Want> wants) {
    if (standing.of() != null || standing.names().isEmpty()) {
      return;
    }
    String name = standing.names().getFirst();
    switch (standing.kind()) {
      case TIER -> {
        Ladder ladder = instruments.ladder();
        if (ladder != null && tier(name) >= 0) {
          wants.addAll(wants(ladder, tier(name)));
        }
      }
      case BADGE -> {
        Ranking ranking = instruments.ranking();
        if (ranking != null) {
          wants.addAll(wants(ranking, name));
        }
      }
    }
  }

  private static boolean isEligible(Grant grant, Subject subject) {
    if (subject.status() == Status.NOT_RATED) {
      return false;
    }
    Condition eligible = grant.eligible();
    return (eligible == null || subject.judge(eligible).holds())
        && switch (grant.amount()) {
          case null -> true;
          case Grant.Amount.Fixed fixed -> true;
          case Grant.Amount.Share share -> !subject.value(share.of()).isMissing();
          case Grant.Amount.Banded banded -> !subject.value(banded.of()).isMissing();
        };
  }
}
