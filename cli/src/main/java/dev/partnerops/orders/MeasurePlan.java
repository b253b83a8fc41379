package dev.partnerops.orders;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A request in the terms of the store: what to add up over which rows, and what to count
 * distinctly.
 */
final class MeasurePlan {

  final MeasureRequest request;
  final DayClock days;
  final long asOfEnd;
  final StoreIds ids;
  final Reach reach;
  final List<MeasureScope> scopes = new ArrayList<>();
  final List<ScopeFamily> families = new ArrayList<>();
  private final Map<MeasureScope.Key, MeasureScope> scopeByKey = new HashMap<>();
  private final Map<OrderFilter, RowFilter> filters = new HashMap<>();
  private final List<MeasureScope> scopeOfColumn = new ArrayList<>();

  MeasurePlan(MeasureRequest request, OrderSnapshot snapshot) {
    this.request = request;
    days = new DayClock(request.zone());
    asOfEnd = days.end(request.asOf());
    ids = snapshot.store().ids();
    reach =
        switch (request.grouping()) {
          case OrderGrouping.ByColumn byColumn -> CodeReach.of(byColumn, ids);
          case OrderGrouping.ByMerchant byMerchant -> CodeReach.of(byMerchant, ids);
          case OrderGrouping.All all -> new AllReach();
          case OrderGrouping.ByAffiliation byAffiliation ->
              new AffiliationReach(byAffiliation, ids, days);
        };
    FilterTable.Facts facts =
        new FilterTable.Facts(request, ids, snapshot.store().ownColumns(), days);
    Map<MeasureScope.Family, ScopeFamily> familyByKey = new LinkedHashMap<>();
    for (MeasureColumn column : request.columns()) {
      MeasureScope scope = scopeByKey.computeIfAbsent(MeasureScope.Key.of(column), this::newScope);
      scopeOfColumn.add(scope);
      filters.computeIfAbsent(column.filter(), filter -> new RowFilter(filter, facts));
      for (OrderSum sum : MeasureFormula.sums(column)) {
        scope.sum(sum);
      }
      MeasureFormula.findDistinct(column.measure())
          .ifPresent(kind ->
              familyByKey
                  .computeIfAbsent(scope.key.family(), none -> new ScopeFamily())
                  .add(scope, kind));
    }
    familyByKey.values().forEach(family -> families.addAll(family.parts()));
  }

  private MeasureScope newScope(MeasureScope.Key key) {
    MeasureScope scope = new MeasureScope(key, request);
    scopes.add(scope);
    return scope;
  }

  int entities() {
    return request.grouping().entities();
  }

  MeasureScope scope(int column) {
    return scopeOfColumn.get(column);
  }

  /** Only filters of the request's columns are asked for. */
  RowFilter filter(OrderFilter filter) {
    return Objects.requireNonNull(filters.get(filter));
  }
}
