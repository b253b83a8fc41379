package dev.partnerops.metrics;

import dev.partnerops.model.EntityId;
import dev.partnerops.model.EntityKind;
import dev.partnerops.model.Value;
import dev.partnerops.orders.MeasureRequest.MerchantFact;
import dev.partnerops.orders.MeasureRequest.ProductFact;
import dev.partnerops.orders.OrderColumn;
import dev.partnerops.orders.OrderGrouping;
import dev.partnerops.orders.OrderGrouping.Affiliation;
import dev.partnerops.orders.OrderGrouping.Subject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the orders must know of everything else: whose they are, and what their goods and merchants
 * are.
 */
final class OrderPopulation {

  /** The columns of orders that name an entity. */
  private static final Map<EntityKind, OrderColumn> COLUMNS =
      Map.of(
          EntityKind.MERCHANT, OrderColumn.MERCHANT_ID,
          EntityKind.PROMOTER, OrderColumn.PROMOTER_ID,
          EntityKind.LEADER, OrderColumn.LEADER_ID,
          EntityKind.PRODUCT, OrderColumn.SKU_ID,
          EntityKind.SESSION, OrderColumn.SESSION_ID);

  /** The fields of an order's merchant that name an entity. */
  private static final Map<EntityKind, String> MERCHANT_FIELDS =
      Map.of(EntityKind.LICENCE, Entities.LICENCE, EntityKind.REGION, "region");

  /** The kinds whose orders there are. */
  static final Set<EntityKind> KINDS = kinds();

  private final MetricStore store;
  private final MetricScope scope;

  OrderPopulation(MetricStore store, MetricScope scope) {
    this.store = store;
    this.scope = scope;
  }

  private static Set<EntityKind> kinds() {
    Set<EntityKind> kinds = new TreeSet<>(COLUMNS.keySet());
    kinds.addAll(MERCHANT_FIELDS.keySet());
    kinds.add(EntityKind.PROVIDER);
    kinds.add(EntityKind.ALL);
    return Collections.unmodifiableSet(kinds);
  }

  OrderGrouping grouping(EntityKind kind, List<EntityId> targets) {
    OrderColumn column = COLUMNS.get(kind);
    if (column != null) {
      return byColumn(column, targets);
    }
    String field = MERCHANT_FIELDS.get(kind);
    if (field != null) {
      return byMerchant(targets, field);
    }
    if (kind.equals(EntityKind.PROVIDER)) {
      return byAffiliation(targets);
    }
    if (kind.equals(EntityKind.ALL)) {
      return new OrderGrouping.All();
    }
    throw new IllegalStateException("orders name no " + kind);
  }

  private static OrderGrouping byColumn(OrderColumn column, List<EntityId> targets) {
    return new OrderGrouping.ByColumn(column, targets.stream().map(EntityId::id).toList());
  }

  private OrderGrouping byMerchant(List<EntityId> targets, String field) {
    Map<String, Integer> places = new HashMap<>();
    targets.forEach(target -> places.put(target.id(), places.size()));
    Map<String, Integer> entityOfMerchant = new HashMap<>();
    for (Entity merchant : everyMerchant()) {
      Integer place = merchant.field(field).findText().map(places::get).orElse(null);
      if (place != null) {
        entityOfMerchant.put(merchant.id().id(), place);
      }
    }
    return new OrderGrouping.ByMerchant(targets.size(), entityOfMerchant);
  }

  private List<Entity> everyMerchant() {
    return new Entities(store, scope.asOf(), scope.zone()).load(EntityKind.MERCHANT);
  }

  private OrderGrouping byAffiliation(List<EntityId> targets) {
    Map<EntityId, Integer> places = new HashMap<>();
    targets.forEach(target -> places.put(target, places.size()));
    return new OrderGrouping.ByAffiliation(
        targets.stream().map(EntityId::role).toList(),
        () -> new RowIterator<>(affiliations(), rows -> affiliation(rows, places)));
  }

  private Rows affiliations() {
    return store.select(
        "select provider_id, role, subject_type, subject_id, from_on, to_on from affiliations",
        List.of(),
        0);
  }

  private static @Nullable Affiliation affiliation(Rows rows, Map<EntityId, Integer> places) {
    Integer place = places.get(new EntityId(text(rows, 0), text(rows, 1)));
    if (place == null || !(rows.cell(4) instanceof LocalDate from)) {
      return null;
    }
    Subject subject = text(rows, 2).equals("merchant") ? Subject.MERCHANT : Subject.PROMOTER;
    return new Affiliation(place, subject, text(rows, 3), from, (LocalDate) rows.cell(5));
  }

  /** Every merchant's category, read when a filter asks for it. */
  Iterable<MerchantFact> merchants() {
    return () ->
        new RowIterator<>(
            store.select("select merchant_id, category from merchants", List.of(), 0),
            rows -> new MerchantFact(text(rows, 0), (String) rows.cell(1)));
  }

  /** What filters ask of products, read when one does. */
  Iterable<ProductFact> products() {
    return () ->
        new RowIterator<>(
            store.select(
                "select sku_id, category, hot, pool_listed_on, pool_delisted_on from products",
                List.of(),
                0),
            rows ->
                new ProductFact(
                    text(rows, 0),
                    (String) rows.cell(1),
                    Boolean.TRUE.equals(rows.cell(2)),
                    (LocalDate) rows.cell(3),
                    (LocalDate) rows.cell(4)));
  }

  /** The day each target joined, null where it is not known. */
  List<@Nullable LocalDate> joinedOn(EntityKind kind, List<EntityId> targets, boolean isThrough) {
    List<Entity> entities =
        isThrough ? new Entities(store, scope.asOf(), scope.zone()).load(kind) : scope.entities();
    Map<EntityId, Value> days = new HashMap<>();
    entities.forEach(entity -> days.put(entity.id(), entity.field("joined_on")));
    List<@Nullable LocalDate> joined = new ArrayList<>(targets.size());
    for (EntityId target : targets) {
      joined.add(days.getOrDefault(target, Value.missing()).findDay().orElse(null));
    }
    return joined;
  }

  private static String text(Rows rows, int column) {
    return rows.cell(column) instanceof String text ? text : "";
  }

  /** Rows as objects, closed at their end; a row that makes none is passed over. */
  private static final class RowIterator<T> implements Iterator<T> {
    private final Rows rows;
    private final Function<Rows, @Nullable T> read;
    private @Nullable T next;

    RowIterator(Rows rows, Function<Rows, @Nullable T> read) {
      this.rows = rows;
      this.read = read;
      advance();
    }

    private void advance() {
      next = null;
      while (next == null) {
        if (!rows.next()) {
          rows.close();
          return;
        }
        next = read.apply(rows);
      }
    }

    @Override
    public boolean hasNext() {
      return next != null;
    }

    @Override
    public T next() {
      T present = next;
      if (present == null) {
        throw new NoSuchElementException();
      }
      advance();
      return present;
    }
  }
}
