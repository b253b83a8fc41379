package dev.partnerops.bookkeeping;

import dev.partnerops.ledger.Entry;
import dev.partnerops.model.EntityId;
import dev.partnerops.output.Column;
import dev.partnerops.output.ResultTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What entries add up to, by what they have in common: a row for each, in the order of the names'
 * bytes (RULES 16). Keeps the sums and no entry.
 */
final class Balances {

  private static final Comparator<List<String>> BY_BYTES = Balances::compare;

  private Balances() {}

  static ResultTable byProgramme(Iterable<Entry> entries) {
    return of(entries, List.of("programme"), entry -> List.of(entry.programme()));
  }

  /** Fees are of no benefit. */
  static ResultTable byBenefit(Iterable<Entry> entries) {
    return of(
        entries,
        List.of("programme", "benefit"),
        entry -> List.of(entry.programme(), entry.benefit()));
  }

  /** An id names something only with its kind (RULES 18). */
  static ResultTable byEntity(Iterable<Entry> entries) {
    return of(
        entries,
        List.of("entity_kind", "entity_id", "role"),
        entry -> List.of(entry.entityKind().word(), entry.entity().id(), entry.entity().role()));
  }

  static ResultTable byBeneficiary(Iterable<Entry> entries) {
    return of(entries, List.of("beneficiary"), entry -> List.of(entry.beneficiary()));
  }

  private static ResultTable of(
      Iterable<Entry> entries, List<String> names, Function<Entry, List<String>> group) {
    SortedMap<List<String>, Sums> groups = new TreeMap<>(BY_BYTES);
    TrialBalance trial = new TrialBalance();
    for (Entry entry : entries) {
      groups.computeIfAbsent(group.apply(entry), each -> new Sums()).add(entry);
      trial.add(entry);
    }
    trial.requireEven();
    List<Column> columns = new ArrayList<>(names.stream().map(Column::text).toList());
    columns.addAll(Sums.COLUMNS);
    return new ResultTable(columns, groups.entrySet().stream().map(Balances::row).toList());
  }

  private static List<Object> row(Map.Entry<List<String>, Sums> group) {
    List<Object> row = new ArrayList<>(group.getKey());
    row.addAll(group.getValue().cells());
    return row;
  }

  private static int compare(List<String> left, List<String> right) {
    for (int i = 0; i < left.size(); i++) {
      int order = EntityId.compareBytes(left.get(i), right.get(i));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }
}
