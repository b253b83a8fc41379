package dev.partnerops.auditing;

import dev.partnerops.deciding.EntityDecision;
import dev.partnerops.deciding.Evaluation;
import dev.partnerops.evaluating.AffiliationStore;
import dev.partnerops.evaluating.EvaluationStore;
import dev.partnerops.evaluating.OrderOwners;
import dev.partnerops.evaluating.PolicyReading;
import dev.partnerops.evaluating.Unjudging;
import dev.partnerops.ledger.Run;
import dev.partnerops.ledger.RunPart;
import dev.partnerops.ledger.RunRows;
import dev.partnerops.metrics.Entities;
import dev.partnerops.metrics.Entity;
import dev.partnerops.metrics.MetricRequest;
import dev.partnerops.metrics.MetricScope;
import dev.partnerops.metrics.MetricTable;
import dev.partnerops.model.DayRange;
import dev.partnerops.model.EntityId;
import dev.partnerops.model.EntityKind;
import dev.partnerops.model.Money;
import dev.partnerops.model.Value;
import dev.partnerops.programme.Programme;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a stored run made of the orders of some days: a {@link Partition} for each edition, role and
 * way of counting, and whether the measures say the same of every entity.
 */
final class RunOrders {

  private final EvaluationStore then;
  private final Run run;
  private final DayRange days;
  private final List<Programme> editions;
  private final Entities entities;
  private final Map<EntityKind, List<Entity>> loaded = new HashMap<>();
  private final Map<EntityId, Integer> editionOf = new HashMap<>();
  private final Unjudging unjudging;

  /**
   * Of a run, over the store as of its batch.
   *
   * @param days of its period
   */
  RunOrders(EvaluationStore then, Run run, DayRange days) {
    this.then = then;
    this.run = run;
    this.days = days;
    this.editions = then.programmes().asStored(run, then.runs());
    this.entities = then.entities(run.asOf(), editions.getLast().zone());
    RunRows rows = then.runs().rows(run.run(), EnumSet.of(RunPart.DECISION, RunPart.WAITING));
    this.unjudging = new Unjudging(run, editions, rows, List.of());
    for (int i = 0; i < rows.decisions().size(); i++) {
      EntityDecision decision = rows.decisions().get(i);
      editionOf.put(decision.id(), rows.editions().get(i));
    }
  }

  private List<Entity> load(EntityKind kind) {
    return loaded.computeIfAbsent(kind, entities::load);
  }

  /** Empty ones, by edition, role and way of counting; none where the programme reads no orders. */
  List<Partition> partitions(List<AffiliationStore.Affiliation> affiliations) {
    List<Partition> partitions = new ArrayList<>();
    Goods goods = new Goods(this::load);
    for (Programme edition : editions) {
      EntityKind kind = edition.entity();
      for (Counted counted : Counted.of(edition, then.catalogue())) {
        if (OrderOwners.has(kind)) {
          for (String role : roles()) {
            partitions.add(partition(counted, role, goods, affiliations));
          }
        }
      }
    }
    partitions.removeIf(partition -> partition.isOfOtherDays(days));
    return partitions;
  }

  private Set<String> roles() {
    Set<String> roles = new TreeSet<>(EntityId::compareBytes);
    editionOf.keySet().forEach(id -> roles.add(id.role()));
    return roles;
  }

  private Partition partition(
      Counted counted, String role, Goods goods, List<AffiliationStore.Affiliation> affiliations) {
    Programme edition = counted.edition();
    PolicyReading reading = new PolicyReading(evaluation(edition));
    Set<EntityId> known = new TreeSet<>();
    Map<EntityId, DayRange> ranges = new HashMap<>();
    Map<EntityId, String> notJudged = new HashMap<>();
    for (Entity entity : load(edition.entity())) {
      if (entity.id().role().equals(role)) {
        known.add(entity.id());
        String why = whyNotJudged(entity, edition);
        if (why.isEmpty()) {
          reading
              .days(counted.window(), entity::field)
              .ifPresent(range -> ranges.put(entity.id(), range));
        } else {
          notJudged.put(entity.id(), why);
        }
      }
    }
    OrderOwners owners = new OrderOwners(edition.entity(), known, this::load, affiliations);
    String label = edition.entity().word() + (role.isEmpty() ? "" : ":" + role);
    return new Partition(counted, label, owners, goods, ranges, notJudged);
  }

  private Evaluation evaluation(Programme edition) {
    return new Evaluation(run.period(), run.asOf(), edition.calendar().evaluationDay(run.period()));
  }

  /** In a word of the policy; empty: that edition judged it. */
  private String whyNotJudged(Entity entity, Programme edition) {
    Integer judgedBy = editionOf.get(entity.id());
    if (judgedBy != null) {
      return judgedBy == edition.edition() ? "" : "edition " + judgedBy;
    }
    return unjudging.reason(entity, edition.entity()).word();
  }

  /** The first entity of which the measures say something else than its orders; empty: none. */
  Optional<String> findDifference(Partition partition) {
    Programme edition = partition.counted().edition();
    List<Entity> judged = new ArrayList<>();
    for (Entity entity : load(edition.entity())) {
      if (partition.owners().isOf(entity.id()) && editionOf.containsKey(entity.id())) {
        judged.add(entity);
      }
    }
    List<DayRange> ranges = judged.stream().map(each -> partition.days(each.id(), days)).toList();
    MetricTable measured =
        then.metrics()
            .compute(
                new MetricScope(edition.entity(), judged, run.batch(), run.asOf(), edition.zone()),
                List.of(
                    new MetricRequest(partition.counted().measure("orders"), List.copyOf(ranges)),
                    new MetricRequest(partition.counted().measure("gmv"), List.copyOf(ranges))));
    for (int i = 0; i < judged.size(); i++) {
      Tally counted = partition.of(judged.get(i).id());
      Tally told = new Tally(whole(measured.value(i, 0)), money(measured.value(i, 1)));
      if (!counted.equals(told)) {
        return Optional.of(
            "%s measured %d %s counted %d %s"
                .formatted(
                    judged.get(i).id().id(),
                    told.orders(),
                    told.amount(),
                    counted.orders(),
                    counted.amount()));
      }
    }
    return Optional.empty();
  }

  private static long whole(Value value) {
    return value.findNumber().map(number -> number.round(0).longValueExact()).orElse(0L);
  }

  private static Money money(Value value) {
    return value.findNumber().map(Money::rounded).orElse(Money.ZERO);
  }
}
