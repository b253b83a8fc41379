package dev.partnerops.dataset;

import dev.partnerops.model.EntityKind;
import dev.partnerops.model.Title;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One data set: what its rows are, their columns in the order of documentation and tables, and by
 * key traits what names a row. What SQL reads is the view {@code <name>}.
 *
 * @param entity the kind of which each row is one; absent where rows are no entities
 * @param shipped false for a data set of the workspace's own
 */
public record DataSet(
    String name, Title title, List<Column> columns, @Nullable EntityKind entity, boolean shipped) {

  public DataSet {
    columns = List.copyOf(columns);
  }

  /** With further columns behind its own. */
  DataSet with(Collection<Column> more) {
    List<Column> all = new ArrayList<>(columns);
    all.addAll(more);
    return new DataSet(name, title, all, entity, shipped);
  }

  /** The kind of entity its rows are. */
  public Optional<EntityKind> findEntity() {
    return Optional.ofNullable(entity);
  }

  /** The store's table of its versions, in schema base; orders are kept as segments instead. */
  public String table() {
    return shipped ? name : "own_" + name;
  }

  /** The columns that a workspace added, all of them where the data set is its own. */
  public List<Column> addedColumns() {
    return columns.stream().filter(column -> column.findOrigin().isPresent()).toList();
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

  /** The message key of what a shipped column means. */
  public String meaningKey(Column column) {
    return "datasets." + name + "." + column.name();
  }

  private Optional<Column> find(Trait trait) {
    return columns.stream().filter(column -> column.is(trait)).findFirst();
  }
}
