package dev.partnerops.metrics;

import dev.partnerops.model.EntityId;
import dev.partnerops.model.EntityKind;
import dev.partnerops.model.Value;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

  /**
   * The same entities with no more fields than their key and the day that dates them, where their
   * data set has those: for whoever asks for nothing else of a million merchants.
   */
  List<Entity> loadBare(EntityKind kind) {
    return switch (kind) {
      case MERCHANT -> sorted(read("merchants", "merchant_id", "joined_on"));
      case PROMOTER -> sorted(read("promoters", "promoter_id", "joined_on"));
      case LEADER -> sorted(read("leaders", "leader_id", "joined_on"));
      case SESSION -> sorted(read("sessions", "session_id", "started_at"));
      case PROVIDER, PRODUCT, BOOKING, LICENCE, REGION, ALL -> load(kind);
    };
  }

  private List<Entity> read(String view, String id, String clock) {
    String query = "select " + id + ", " + clock + " from " + view;
    try (Rows rows = store.select(query, List.of(), 0)) {
      return new EntityReader(rows, id, null, clock, asOf, zone).read(List.of());
    }
  }

  /** All entities of the kind, sorted by id. */
  public List<Entity> load(EntityKind kind) {
    return switch (kind) {
      case PROVIDER -> sorted(read("providers", "provider_id", "role", "applied_on"));
      case MERCHANT -> merchants();
      case PROMOTER -> sorted(read("promoters", "promoter_id", null, "joined_on"));
      case LEADER -> sorted(read("leaders", "leader_id", null, "joined_on"));
      case PRODUCT -> sorted(read("products", "sku_id", null, null));
      case BOOKING -> sorted(read("bookings", "booking_id", null, "scheduled_at"));
      case SESSION -> sorted(read("sessions", "session_id", null, "started_at"));
      case LICENCE -> licences();
      case REGION -> regions();
      case ALL -> List.of(new Entity(new EntityId("all"), "all", Map.of()));
    };
  }

  private List<Entity> read(String view, String id, @Nullable String role, @Nullable String clock) {
    try (Rows rows = store.select("select * from " + view, List.of(), 0)) {
      return new EntityReader(rows, id, role, clock, asOf, zone).read(List.of());
    }
  }

  private List<Entity> merchants() {
    List<Entity> merchants;
    try (Rows rows = store.select("select * from merchants", List.of(), 0)) {
      merchants =
          new EntityReader(rows, "merchant_id", null, "joined_on", asOf, zone)
              .read(List.of(LICENCE, LICENCE_JOINED_ON));
    }
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
