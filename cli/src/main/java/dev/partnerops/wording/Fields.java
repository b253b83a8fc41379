package dev.partnerops.wording;

import dev.partnerops.dataset.Choice;
import dev.partnerops.dataset.Column;
import dev.partnerops.dataset.ColumnType;
import dev.partnerops.dataset.DataSets;
import dev.partnerops.metrics.CatalogueNames;
import dev.partnerops.model.EntityKind;
import dev.partnerops.model.Unit;
import dev.partnerops.model.Value;
import dev.partnerops.programme.Reach;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Fields of the entities and what stands in them, by their names for people. */
public final class Fields {

  private final Wording words;

  Fields(Wording words) {
    this.words = words;
  }

  /** {@code joined_on}: the joining day; {@code merchant_id.status}: status of its merchant. */
  public String name(String field) {
    if (words.isExact()) {
      return field;
    }
    return Reach.find(field)
        .map(reach ->
            words.text(
                "wording.through.field",
                name(reach.field(), column(field).orElse(null)),
                name(reach.through(), column(reach.through()).orElse(null))))
        .orElseGet(() -> name(field, column(field).orElse(null)));
  }

  private String name(String name, @Nullable Column column) {
    String generic = !words.isChinese() ? spaced(name) : column == null ? name : column.chinese();
    return words.textOr("wording.field." + name, generic);
  }

  /** {@code self_built}: self-built. */
  public String value(String field, String value) {
    return words.isExact() ? value : value(column(field).orElse(null), value);
  }

  private String value(@Nullable Column column, String value) {
    List<Choice> choices = column == null ? List.of() : column.choices();
    Optional<Choice> choice =
        choices.stream().filter(each -> each.word().equals(value)).findFirst();
    if (choice.isEmpty()) {
      return value;
    }
    return words.textOr(
        "wording.value." + value,
        words.isChinese()
            ? choice.orElseThrow().chinese().stream().findFirst().orElse(value)
            : spaced(value));
  }

  String value(String field, Value value) {
    return value instanceof Value.Text(String text)
        ? value(field, text)
        : words.amounts().value(value, unit(field));
  }

  /** What orders are narrowed by: a channel, a category, or a column of the workspace's own. */
  String dimension(String dimension) {
    return words.isExact() ? dimension : name(dimension, ofOrders(dimension).orElse(null));
  }

  /** A channel, a category, a flag of goods. */
  String dimension(String dimension, String value) {
    if (words.isExact()) {
      return value;
    }
    String otherwise =
        ofOrders(dimension)
            .map(column ->
                column.type() == ColumnType.FLAG
                    ? words.amounts().flag(Boolean.parseBoolean(value))
                    : value(column, value))
            .orElse(value);
    return words.textOr("wording." + dimension + "." + value, otherwise);
  }

  private Optional<Column> ofOrders(String dimension) {
    return dataSets().find(DataSets.ORDERS).flatMap(orders -> orders.findColumn(dimension));
  }

  public Unit unit(String field) {
    Optional<Column> column = column(field);
    if (column.isEmpty()) {
      return Unit.NUMBER;
    }
    return switch (column.orElseThrow().type()) {
      case MONEY -> Unit.MONEY;
      case RATE -> Unit.RATE;
      case INTEGER -> Unit.COUNT;
      case DAY, TIME -> Unit.DAY;
      case FLAG -> Unit.FLAG;
      case ID, TEXT, DECIMAL, ONE_OF -> Unit.NUMBER;
    };
  }

  /** The kind of entity that a field of ours names. */
  Optional<EntityKind> linked(String field) {
    return Optional.ofNullable(
        new CatalogueNames(words.catalogue()).links(words.programme().entity()).get(field));
  }

  /** Of our own, or of the entity that a field of ours names. */
  private Optional<Column> column(String field) {
    Optional<Reach> reach = Reach.find(field);
    return reach.isEmpty()
        ? column(words.programme().entity(), field)
        : linked(reach.orElseThrow().through())
            .flatMap(kind -> column(kind, reach.orElseThrow().field()));
  }

  private Optional<Column> column(EntityKind kind, String field) {
    return dataSets().findByEntity(kind).flatMap(dataSet -> dataSet.findColumn(field));
  }

  private DataSets dataSets() {
    return words.catalogue().dataSets();
  }

  private static String spaced(String name) {
    return name.replace('_', ' ');
  }
}
