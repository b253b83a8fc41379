package dev.partnerops.metrics;

import dev.partnerops.model.DayRange;
import dev.partnerops.model.EntityId;
import dev.partnerops.model.EntityKind;
import dev.partnerops.model.Fraction;
import dev.partnerops.model.Money;
import dev.partnerops.model.Value;
import dev.partnerops.orders.OrderMilestones;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Counts of those who reached something by their orders: activated merchants, incubated promoters
 * (RULES 40).
 */
final class MilestoneComputation {

  private final MetricStore store;
  private final MetricScope scope;

  MilestoneComputation(MetricStore store, MetricScope scope) {
    this.store = store;
    this.scope = scope;
  }

  private record Goal(Milestone milestone, SortedMap<String, Value> with) {
    /** A parameter the resolver has found to be whole and at least 1. */
    int whole(String parameter) {
      return Math.toIntExact(
          Whole.find(with.getOrDefault(parameter, Value.missing())).orElseThrow());
    }
  }

  /** One of its own reached the goal on that day: a point for the provider. */
  private record Credit(EntityId provider, LocalDate day) {}

  private record Spell(EntityId provider, String subject, LocalDate from, LocalDate to) {
    boolean contains(LocalDate day) {
      return !day.isBefore(from) && !day.isAfter(to);
    }
  }

  void compute(List<Ask> asks) {
    Map<Goal, List<Ask>> byGoal = new LinkedHashMap<>();
    for (Ask ask : asks) {
      if (ask.measured().info().definition()
          instanceof Definition.OfMilestones(Milestone milestone)) {
        byGoal
            .computeIfAbsent(new Goal(milestone, ask.measured().with()), goal -> new ArrayList<>())
            .add(ask);
      }
    }
    byGoal.forEach((goal, asking) -> {
      Map<EntityId, List<LocalDate>> days = new HashMap<>();
      for (Credit credit : credits(goal)) {
        days.computeIfAbsent(credit.provider(), provider -> new ArrayList<>()).add(credit.day());
      }
      asking.forEach(ask -> fill(ask, days));
    });
  }

  private static void fill(Ask ask, Map<EntityId, List<LocalDate>> days) {
    for (int i = 0; i < ask.size(); i++) {
      EntityId subject = ask.subject(i);
      DayRange range = ask.range(i);
      if (subject != null && range != null) {
        ask.answer(
            i,
            Value.of(
                days.getOrDefault(subject, List.of()).stream().filter(range::contains).count()));
      }
    }
  }

  private List<Credit> credits(Goal goal) {
    return switch (goal.milestone()) {
      case ACTIVATED_MERCHANTS -> activated(goal);
      case INCUBATED_PROMOTERS -> incubated(goal);
    };
  }

  private OrderMilestones.Reading reading() {
    return new OrderMilestones.Reading(scope.batch(), scope.asOf(), scope.zone());
  }

  /** A merchant counts for whoever had its first affiliation in the role, ever. */
  private List<Credit> activated(Goal goal) {
    Map<EntityId, Spell> firsts = new HashMap<>();
    for (Spell spell : spells("merchant")) {
      EntityId merchantInRole = new EntityId(spell.subject(), spell.provider().role());
      firsts.merge(merchantInRole, spell, MilestoneComputation::first);
    }
    Map<String, LocalDate> reached = ordersReached(goal, firsts);
    List<Credit> credits = new ArrayList<>();
    firsts.forEach((merchant, spell) -> {
      LocalDate day = reached.get(merchant.id());
      if (day != null) {
        credits.add(new Credit(spell.provider(), day));
      }
    });
    return credits;
  }

  private static Spell first(Spell one, Spell other) {
    int byDay = one.from().compareTo(other.from());
    int order = byDay != 0 ? byDay : one.provider().compareTo(other.provider());
    return order <= 0 ? one : other;
  }

  private Map<String, LocalDate> ordersReached(Goal goal, Map<EntityId, Spell> firsts) {
    Map<String, LocalDate> joined = new HashMap<>();
    for (Entity merchant :
        new Entities(store, scope.asOf(), scope.zone()).load(EntityKind.MERCHANT)) {
      merchant.field("joined_on").findDay().ifPresent(day -> joined.put(merchant.id().id(), day));
    }
    TreeSet<String> recruited = new TreeSet<>();
    firsts.keySet().forEach(merchant -> recruited.add(merchant.id()));
    recruited.retainAll(joined.keySet());
    List<String> ids = new ArrayList<>(recruited);
    List<@Nullable LocalDate> firstDays = new ArrayList<>();
    ids.forEach(id -> firstDays.add(joined.get(id)));
    return byId(
        ids,
        store.ordersReached(
            reading(),
            ids,
            firstDays,
            goal.whole(goal.milestone().goal()),
            goal.whole(Milestone.DAYS)));
  }

  /**
   * A promoter counts for every provider it was affiliated with, in the role, on the day it reached
   * the amount.
   */
  private List<Credit> incubated(Goal goal) {
    List<Spell> spells = spells("promoter");
    TreeSet<String> promoters = new TreeSet<>();
    spells.forEach(spell -> promoters.add(spell.subject()));
    List<String> ids = new ArrayList<>(promoters);
    long fen = Money.rounded(Fraction.of(goal.whole(goal.milestone().goal()))).fen();
    Map<String, LocalDate> reached =
        byId(ids, store.gmvReached(reading(), ids, fen, goal.whole(Milestone.DAYS)));
    Map<Spell, LocalDate> once = new HashMap<>();
    for (Spell spell : spells) {
      LocalDate day = reached.get(spell.subject());
      if (day != null && spell.contains(day)) {
        once.put(new Spell(spell.provider(), spell.subject(), day, day), day);
      }
    }
    List<Credit> credits = new ArrayList<>();
    once.forEach((spell, day) -> credits.add(new Credit(spell.provider(), day)));
    return credits;
  }

  private static Map<String, LocalDate> byId(List<String> ids, List<@Nullable LocalDate> days) {
    Map<String, LocalDate> byId = new HashMap<>();
    for (int i = 0; i < ids.size(); i++) {
      LocalDate day = days.get(i);
      if (day != null) {
        byId.put(ids.get(i), day);
      }
    }
    return byId;
  }

  private List<Spell> spells(String subjectType) {
    List<Spell> spells = new ArrayList<>();
    try (Rows rows =
        store.select(
            "select provider_id, role, subject_id, from_on, to_on from affiliations where subject_type = ?",
            List.of(subjectType),
            0)) {
      while (rows.next()) {
        LocalDate from = (LocalDate) rows.cell(3);
        LocalDate to = (LocalDate) rows.cell(4);
        if (from != null && !from.isAfter(scope.asOf())) {
          spells.add(
              new Spell(
                  new EntityId(text(rows, 0), text(rows, 1)),
                  text(rows, 2),
                  from,
                  to == null ? LocalDate.MAX : to));
        }
      }
    }
    return spells;
  }

  private static String text(Rows rows, int column) {
    return rows.cell(column) instanceof String text ? text : "";
  }
}
