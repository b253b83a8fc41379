package dev.partnerops.evaluating;

import dev.partnerops.metrics.Entity;
import dev.partnerops.model.EntityId;
import dev.partnerops.model.EntityKind;
import dev.partnerops.model.Value;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Whose an order is: the entities of one kind that it reaches (SPEC section 3; RULES 9, 14, 18).
 * Reckoned order by order, apart from the code that measures, which is checked by it.
 */
public final class OrderOwners {

  private static final String MERCHANT = "merchant_id";

  /** Affiliations of an order's merchant and of its promoter. */
  public static final Set<String> BOTH_SUBJECTS = Set.of("merchant", "promoter");

  /** The columns of an order that name an entity of the kind itself. */
  private static final Map<EntityKind, String> COLUMNS =
      Map.of(
          EntityKind.MERCHANT, MERCHANT,
          EntityKind.PROMOTER, "promoter_id",
          EntityKind.LEADER, "leader_id",
          EntityKind.PRODUCT, "sku_id",
          EntityKind.SESSION, "session_id");

  /** The fields of its merchant that name one. */
  private static final Map<EntityKind, String> MERCHANT_FIELDS =
      Map.of(EntityKind.LICENCE, "licence", EntityKind.REGION, "region");

  private final EntityKind kind;
  private final Set<EntityId> known;
  private final Map<String, Entity> merchants = new HashMap<>();
  private final Map<String, List<AffiliationStore.Affiliation>> affiliations = new HashMap<>();

  /** What an order says of whose it is; absent ids are null. */
  public interface Ids {

    /** The id in that column, as {@code merchant_id}. */
    @Nullable String id(String column);

    /** The day it was paid, in the programme's zone. */
    LocalDate paidOn();
  }

  /**
   * The entities that are looked for.
   *
   * @param entities all of a kind, asked for merchants where these lead to the kind
   * @param affiliations of those providers; none for other kinds
   */
  public OrderOwners(
      EntityKind kind,
      Set<EntityId> known,
      Function<EntityKind, List<Entity>> entities,
      List<AffiliationStore.Affiliation> affiliations) {
    this.kind = kind;
    this.known = known;
    if (MERCHANT_FIELDS.containsKey(kind)) {
      entities.apply(EntityKind.MERCHANT).forEach(each -> merchants.put(each.id().id(), each));
    }
    for (AffiliationStore.Affiliation each : affiliations) {
      this.affiliations
          .computeIfAbsent(each.subjectType() + " " + each.subjectId(), id -> new ArrayList<>())
          .add(each);
    }
  }

  /** Whether orders reach entities of the kind at all. */
  public static boolean has(EntityKind kind) {
    return COLUMNS.containsKey(kind)
        || MERCHANT_FIELDS.containsKey(kind)
        || kind.equals(EntityKind.PROVIDER)
        || kind.equals(EntityKind.ALL);
  }

  public boolean isOf(EntityId entity) {
    return known.contains(entity);
  }

  /**
   * The known entities that an order reaches, each once; none: it is unattributed.
   *
   * @param subjects whether affiliations follow the order's merchant, its promoter or both
   */
  public Set<EntityId> of(Ids order, Set<String> subjects) {
    Set<EntityId> owners = new LinkedHashSet<>();
    String column = COLUMNS.get(kind);
    String field = MERCHANT_FIELDS.get(kind);
    if (column != null) {
      add(owners, order.id(column));
    } else if (field != null) {
      Entity merchant = order.id(MERCHANT) == null ? null : merchants.get(order.id(MERCHANT));
      Value value = merchant == null ? Value.missing() : merchant.field(field);
      add(owners, value.findText().orElse(null));
    } else if (kind.equals(EntityKind.PROVIDER)) {
      addAffiliated(owners, order, "merchant", order.id(MERCHANT), subjects);
      addAffiliated(owners, order, "promoter", order.id("promoter_id"), subjects);
    } else if (kind.equals(EntityKind.ALL)) {
      owners.addAll(known);
    }
    owners.retainAll(known);
    return owners;
  }

  private static void add(Set<EntityId> owners, @Nullable String id) {
    if (id != null) {
      owners.add(new EntityId(id));
    }
  }

  private void addAffiliated(
      Set<EntityId> owners,
      Ids order,
      String subjectType,
      @Nullable String subjectId,
      Set<String> subjects) {
    if (subjectId != null && subjects.contains(subjectType)) {
      for (AffiliationStore.Affiliation each :
          affiliations.getOrDefault(subjectType + " " + subjectId, List.of())) {
        if (each.holds(order.paidOn())) {
          owners.add(each.provider());
        }
      }
    }
  }

  /** Why an order reaches nobody, in a word of the data. */
  public String whyNobody(Ids order) {
    String column = COLUMNS.get(kind);
    String field = MERCHANT_FIELDS.get(kind);
    if (kind.equals(EntityKind.PROVIDER)) {
      return "no affiliation";
    }
    String asked = column == null ? MERCHANT : column;
    if (order.id(asked) == null) {
      return "no " + asked;
    }
    return field != null && merchants.containsKey(order.id(asked))
        ? "merchant without " + field
        : asked + " unknown";
  }
}
