package dev.partnerops.metrics;

import dev.partnerops.dataset.Column;
import dev.partnerops.dataset.DataSet;
import dev.partnerops.model.EntityId;
import dev.partnerops.model.EntityKind;
import dev.partnerops.model.Value;
import dev.partnerops.programme.Reach;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The entities of a kind with their fields, as of the batch and the day of the store's session.
 * What is dated after the as-of day does not exist (RULES 15); a time is a field as its day in the
 * programme's zone.
 */
public final class Entities {

  /** The licence of a merchant: its licence_no, else the merchant itself (RULES 18). */
  public static final String LICENCE = "licence";

  /** The earliest joined_on of the licence's merchants (RULES 18). */
  public static final String LICENCE_JOINED_ON = "licence_joined_on";

  static final List<String> LICENCE_FIELDS =
      List.of(LICENCE, "name", "region", "category", "joined_on", LICENCE_JOINED_ON, "shops");
  static final List<String> REGION_FIELDS = List.of("region", "name");

  private static final Comparator<Entity> BY_ID = Comparator.comparing(Entity::id);

  private final MetricStore store;
  private final LocalDate asOf;
  private final ZoneId zone;

  public Entities(MetricStore store, LocalDate asOf, ZoneId zone) {
    this.store = store;
    this.asOf = asOf;
    this.zone = zone;
  }

  /** All entities of the kind, sorted by id. */
  public List<Entity> load(EntityKind kind) {
    if (kind.equals(EntityKind.MERCHANT)) {
      return merchants();
    }
    return findRows(kind)
        .map(rows -> sorted(read(rows, "*", List.of())))
        .orElseGet(() -> derived(kind));
  }

  /**
   * The same with fields of other entities, as {@link Reach} names them; the others of those names
   * are passed over. Where the field of ours is empty or names nobody, the other's is missing.
   */
  public List<Entity> load(EntityKind kind, Collection<String> fields) {
    List<Reach> reached =
        fields.stream().distinct().flatMap(field -> Reach.find(field).stream()).toList();
    List<Entity> entities = load(kind);
    if (reached.isEmpty() || entities.isEmpty()) {
      return entities;
    }
    Map<String, EntityKind> links = EntityFields.links(store.dataSets(), kind);
    Map<EntityKind, Map<String, Entity>> others = new HashMap<>();
    for (Reach reach : reached) {
      EntityKind other = links.get(reach.through());
      if (other != null && !others.containsKey(other)) {
        Map<String, Entity> byId = new HashMap<>();
        load(other).forEach(entity -> byId.put(entity.id().id(), entity));
        others.put(other, byId);
      }
    }
    List<String> names = new ArrayList<>(entities.getFirst().fields().keySet());
    reached.forEach(reach -> names.add(reach.name()));
    FieldRow.Shape shape = FieldRow.Shape.of(names);
    List<Entity> wider = new ArrayList<>(entities.size());
    for (Entity entity : entities) {
      List<Value> values = new ArrayList<>(entity.fields().values());
      for (Reach reach : reached) {
        Map<String, Entity> byId =
            Objects.requireNonNullElse(others.get(links.get(reach.through())), Map.of());
        Entity other = entity.field(reach.through()).findText().map(byId::get).orElse(null);
        values.add(other == null ? Value.missing() : other.field(reach.field()));
      }
      FieldRow row = new FieldRow(shape, values.toArray(Value[]::new));
      wider.add(new Entity(entity.id(), entity.name(), row));
    }
    return wider;
  }

  /** Kinds that have no data set of their own. */
  private List<Entity> derived(EntityKind kind) {
    if (kind.equals(EntityKind.LICENCE)) {
      return licences();
    }
    if (kind.equals(EntityKind.REGION)) {
      return regions();
    }
    if (kind.equals(EntityKind.ALL)) {
      return List.of(new Entity(new EntityId("all"), "all", Map.of()));
    }
    throw new IllegalArgumentException(kind + " has no data set");
  }

  /**
   * As {@link #load}, but rows of a data set come without a name and with no field besides their
   * key and the day that dates them: for whoever asks for nothing else of a million merchants.
   */
  List<Entity> loadBare(EntityKind kind) {
    return findRows(kind)
        .map(rows -> sorted(read(rows, String.join(", ", rows.key()), List.of())))
        .orElseGet(() -> derived(kind));
  }

  private Optional<DataSetRows> findRows(EntityKind kind) {
    return store.dataSets().findByEntity(kind).map(DataSetRows::of);
  }

  /**
   * Where the rows of a kind are.
   *
   * @param role the second part of the key; absent but for providers
   * @param clock dates a row; absent where nothing does
   */
  private record DataSetRows(
      String view, String id, @Nullable String role, @Nullable String clock) {

    static DataSetRows of(DataSet dataSet) {
      List<Column> key = dataSet.key();
      return new DataSetRows(
          dataSet.name(),
          key.getFirst().name(),
          key.size() > 1 ? key.get(1).name() : null,
          dataSet.findClock().map(Column::name).orElse(null));
    }

    List<String> key() {
      return Stream.of(id, role, clock).filter(Objects::nonNull).map(Objects::toString).toList();
    }
  }

  private List<Entity> read(DataSetRows from, String columns, List<String> derived) {
    String query = "select " + columns + " from " + from.view();
    try (Rows rows = store.select(query, List.of(), 0)) {
      return new EntityReader(rows, from.id(), from.role(), from.clock(), asOf, zone).read(derived);
    }
  }

  private List<Entity> merchants() {
    List<Entity> merchants =
        read(findRows(EntityKind.MERCHANT).orElseThrow(), "*", List.of(LICENCE, LICENCE_JOINED_ON));
    Map<String, Value> licences = new HashMap<>();
    Map<Value, Value> joined = new HashMap<>();
    for (Entity merchant : merchants) {
      FieldRow fields = (FieldRow) merchant.fields();
      String licence = licence(merchant);
      fields.set(LICENCE, licences.computeIfAbsent(licence, Value::ofText));
      joined.merge(merchant.field(LICENCE), merchant.field("joined_on"), Entities::earlier);
    }
    for (Entity merchant : merchants) {
      ((FieldRow) merchant.fields())
          .set(LICENCE_JOINED_ON, joined.getOrDefault(merchant.field(LICENCE), Value.missing()));
    }
    return sorted(merchants);
  }

  private static String licence(Entity merchant) {
    return merchant.field("licence_no").findText().orElse(merchant.id().id());
  }

  private static Value earlier(Value one, Value other) {
    LocalDate left = one.findDay().orElse(LocalDate.MAX);
    LocalDate right = other.findDay().orElse(LocalDate.MAX);
    return right.isBefore(left) ? other : one;
  }

  /** A licence has name, region and category of its first shop (RULES 18). */
  private List<Entity> licences() {
    Map<String, Entity> first = new HashMap<>();
    Map<String, Integer> shops = new HashMap<>();
    for (Entity merchant : merchants()) {
      String licence = licence(merchant);
      shops.merge(licence, 1, Integer::sum);
      first.merge(licence, merchant, Entities::firstShop);
    }
    FieldRow.Shape shape = FieldRow.Shape.of(LICENCE_FIELDS);
    List<Entity> licences = new ArrayList<>();
    first.forEach((licence, shop) ->
        licences.add(
            new Entity(
                new EntityId(licence),
                shop.name(),
                new FieldRow(
                    shape,
                    new Value[] {
                      shop.field(LICENCE),
                      shop.field("name"),
                      shop.field("region"),
                      shop.field("category"),
                      shop.field("joined_on"),
                      shop.field("joined_on"),
                      Value.of(shops.getOrDefault(licence, 0))
                    }))));
    return sorted(licences);
  }

  private static Entity firstShop(Entity one, Entity other) {
    int byDay =
        one.field("joined_on")
            .findDay()
            .orElse(LocalDate.MAX)
            .compareTo(other.field("joined_on").findDay().orElse(LocalDate.MAX));
    if (byDay != 0) {
      return byDay < 0 ? one : other;
    }
    return BY_ID.compare(one, other) <= 0 ? one : other;
  }

  private List<Entity> regions() {
    Map<String, Value> regions = new HashMap<>();
    for (Entity merchant : merchants()) {
      merchant
          .field("region")
          .findText()
          .ifPresent(region -> regions.put(region, merchant.field("region")));
    }
    FieldRow.Shape shape = FieldRow.Shape.of(REGION_FIELDS);
    List<Entity> entities = new ArrayList<>();
    regions.forEach((region, text) ->
        entities.add(
            new Entity(
                new EntityId(region), region, new FieldRow(shape, new Value[] {text, text}))));
    return sorted(entities);
  }

  private static List<Entity> sorted(List<Entity> entities) {
    List<Entity> sorted = new ArrayList<>(entities);
    sorted.sort(BY_ID);
    return sorted;
  }
}
