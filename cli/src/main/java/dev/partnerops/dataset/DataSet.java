package dev.partnerops.dataset;

import dev.partnerops.model.Title;
import java.util.List;
import java.util.Optional;

/**
 * One data set: what its rows are, their columns in the order of documentation and tables, and by
 * key traits what names a row. Its table is {@code base.<name>}, but for orders, which are kept as
 * column segments; what SQL reads is the view {@code <name>}.
 */
public record DataSet(String name, Title title, List<Column> columns) {

  public DataSet {
    columns = List.copyOf(columns);
  }

  /** The columns that name a row, in order (RULES 8). */
  public List<Column> key() {
    return columns.stream().filter(column -> column.is(Trait.KEY)).toList();
  }

  public Optional<Column> findColumn(String columnName) {
    return columns.stream().filter(column -> column.name().equals(columnName)).findFirst();
  }

  /** The column of control totals; empty where the data set has no money (RULES 29). */
  public Optional<Column> findMoney() {
    return find(Trait.CONTROL_TOTAL);
  }

  /** The column that dates a row (RULES 15). */
  public Optional<Column> findClock() {
    return find(Trait.CLOCK);
  }

  /** The column of {@code by_arrival} (RULES 13). */
  public Optional<Column> findArrival() {
    return find(Trait.ARRIVAL);
  }

  /** The message key of what a column means; shipped data sets only. */
  public String meaningKey(Column column) {
    return "datasets." + name + "." + column.name();
  }

  private Optional<Column> find(Trait trait) {
    return columns.stream().filter(column -> column.is(trait)).findFirst();
  }
}
