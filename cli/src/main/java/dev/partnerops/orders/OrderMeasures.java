package dev.partnerops.orders;

import java.sql.Connection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Every order measure of SPEC section 3, exact, from the orders themselves. */
public final class OrderMeasures {

  /** The part of the memory that selections may take; distinct counts have the rest. */
  private static final int KEPT_PART = 3;

  private final MeasurePlan plan;
  private final SumPass.Totals totals;
  private final Map<MeasureScope, Map<DistinctKind, long[]>> distinct = new HashMap<>();

  private OrderMeasures(MeasurePlan plan, SumPass.Totals totals) {
    this.plan = plan;
    this.totals = totals;
  }

  /** Reads the orders as of the request's batch. Damage is {@code ToolException.StoreDamaged}. */
  public static MeasureResult compute(Connection connection, MeasureRequest request) {
    try (OrderSnapshot snapshot = OrderSnapshot.open(connection, request.batch());
        Workers workers = new Workers()) {
      MeasurePlan plan = new MeasurePlan(request, snapshot);
      KeptSelections kept = new KeptSelections(request.memoryBytes() / KEPT_PART);
      OrderMeasures measures =
          new OrderMeasures(plan, new SumPass(plan, snapshot, kept).run(workers));
      measures.countDistinct(snapshot, kept, workers);
      return measures.result();
    }
  }

  private void countDistinct(OrderSnapshot snapshot, KeptSelections kept, Workers workers) {
    long memory =
        (plan.request.memoryBytes() - plan.request.memoryBytes() / KEPT_PART) / workers.threads();
    List<Runnable> tasks = new ArrayList<>();
    for (int i = 0; i < plan.families.size(); i++) {
      ScopeFamily family = plan.families.get(i);
      int[] pairs = totals.familyPairs.get(i);
      for (DistinctKind kind : family.kinds) {
        DistinctPass pass =
            kind == DistinctKind.BUYERS
                ? new BuyerDistinct(plan, snapshot, family, kept)
                : new CodeDistinct(plan, snapshot, family, kind, kept);
        tasks.add(() -> pass.run(pairs, memory));
        for (int scope = 0; scope < family.scopes.size(); scope++) {
          distinct
              .computeIfAbsent(family.scopes.get(scope), none -> new HashMap<>())
              .put(kind, pass.counts()[scope]);
        }
      }
    }
    if (!tasks.isEmpty()) {
      workers.each(tasks);
    }
  }

  private MeasureResult result() {
    List<MeasureColumn> columns = plan.request.columns();
    long[][] numerators = new long[columns.size()][];
    long[][] denominators = new long[columns.size()][];
    List<SortedMap<String, MeasureResult.Attribution>> attributions = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      MeasureScope scope = plan.scope(i);
      ScopeTotals scopeTotals = totals.scopes.get(plan.scopes.indexOf(scope));
      fill(columns.get(i), scope, scopeTotals, i, numerators, denominators);
      attributions.add(attribution(scopeTotals));
    }
    return new MeasureResult(columns, numerators, denominators, attributions);
  }

  private void fill(
      MeasureColumn column,
      MeasureScope scope,
      ScopeTotals scopeTotals,
      int place,
      long[][] numerators,
      long[][] denominators) {
    denominators[place] = new long[0];
    List<OrderSum> sums = MeasureFormula.sums(column);
    if (sums.isEmpty()) {
      DistinctKind kind = MeasureFormula.findDistinct(column.measure()).orElseThrow();
      numerators[place] = distinct.getOrDefault(scope, Map.of()).getOrDefault(kind, new long[0]);
      return;
    }
    long[] first = scopeTotals.sums(scope.sum(sums.getFirst()));
    if (sums.getFirst().kind() == OrderSum.Kind.FIRST_PAID) {
      fillDays(column, first, place, numerators, denominators);
      return;
    }
    if (sums.size() == 1) {
      numerators[place] = first;
      return;
    }
    long[] second = scopeTotals.sums(scope.sum(sums.getLast()));
    if (column.measure().isQuotient()) {
      numerators[place] = first;
      denominators[place] = second;
      return;
    }
    numerators[place] = new long[first.length];
    for (int entity = 0; entity < first.length; entity++) {
      numerators[place][entity] = Math.subtractExact(first[entity], second[entity]);
    }
  }

  /**
   * First days, or days from joined_on to them; missing where there is no order or no joined_on.
   */
  private void fillDays(
      MeasureColumn column,
      long[] firstPaid,
      int place,
      long[][] numerators,
      long[][] denominators) {
    boolean distance = column.measure() == OrderMeasure.DAYS_TO_FIRST_ORDER;
    numerators[place] = new long[firstPaid.length];
    denominators[place] = new long[firstPaid.length];
    for (int entity = 0; entity < firstPaid.length; entity++) {
      LocalDate joinedOn = distance ? plan.request.joinedOn().get(entity) : LocalDate.EPOCH;
      if (firstPaid[entity] != OrderSum.NEVER && joinedOn != null) {
        numerators[place][entity] = plan.days.epochDay(firstPaid[entity]) - joinedOn.toEpochDay();
        denominators[place][entity] = 1;
      }
    }
  }

  private SortedMap<String, MeasureResult.Attribution> attribution(ScopeTotals scopeTotals) {
    SortedMap<String, MeasureResult.Attribution> byRole = new TreeMap<>();
    List<String> roles = plan.reach.roles();
    for (int role = 0; role < roles.size(); role++) {
      byRole.put(
          roles.get(role),
          new MeasureResult.Attribution(
              scopeTotals.unattributed[role], scopeTotals.overlapping[role]));
    }
    return byRole;
  }
}
