package dev.partnerops.auditing;

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
 * Reckoned order by order, apart from the code that measures.
 */
final class Owners {

  /** The columns of an order that name an entity of the kind itself. */
  private static final Map<EntityKind, String> COLUMNS =
      Map.of(
          EntityKind.MERCHANT, "merchant_id",
          EntityKind.PROMOTER, "promoter_id",
          EntityKind.LEADER, "leader_id",
          EntityKind.PRODUCT, "sku_id",
          EntityKind.SESSION, "session_id");

  /** The fields of its merchant that name one. */
  private static final Map<EntityKind, String> MERCHANT_FIELDS =
      Map.of(EntityKind.LICENCE, "licence", EntityKind.REGION, "region");

  private final EntityKind kind;
  private final String role;
  private final Set<EntityId> known;
  private final Map<String, Entity> merchants = new HashMap<>();
  private final Map<String, List<Affiliation>> affiliations = new HashMap<>();

  /**
   * Who works for whom, from a day to a day, both in.
   *
   * @param subjectType {@code merchant} or {@code promoter}
   * @param to null: open
   */
  record Affiliation(
      EntityId provider,
      String subjectType,
      String subjectId,
      LocalDate from,
      @Nullable LocalDate to) {

    boolean holds(LocalDate day) {
      return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }
  }

  /**
   * The entities there are.
   *
   * @param role of providers, who are looked at a role at a time; empty for other kinds
   */
  Owners(
      EntityKind kind,
      String role,
      Set<EntityId> known,
      Function<EntityKind, List<Entity>> entities,
      List<Affiliation> affiliations) {
    this.kind = kind;
    this.role = role;
    this.known = known;
    if (MERCHANT_FIELDS.containsKey(kind)) {
      entities.apply(EntityKind.MERCHANT).forEach(each -> merchants.put(each.id().id(), each));
    }
    for (Affiliation each : affiliations) {
      if (each.provider().role().equals(role)) {
        this.affiliations
            .computeIfAbsent(each.subjectType() + " " + each.subjectId(), id -> new ArrayList<>())
            .add(each);
      }
    }
  }

  /** Whether orders reach entities of the kind at all. */
  static boolean has(EntityKind kind) {
    return COLUMNS.containsKey(kind)
        || MERCHANT_FIELDS.containsKey(kind)
        || kind.equals(EntityKind.PROVIDER)
        || kind.equals(EntityKind.ALL);
  }

  boolean isOf(EntityId entity) {
    return known.contains(entity);
  }

  /** As a column of the answer: {@code merchant}, {@code provider:training}. */
  String label() {
    return role.isEmpty() ? kind.word() : kind.word() + ":" + role;
  }

  /**
   * The known entities that an order reaches, each once; none: it is unattributed.
   *
   * @param subjects whether affiliations follow the order's merchant, its promoter or both
   */
  Set<EntityId> of(PaidOrder order, Set<String> subjects) {
    Set<EntityId> owners = new LinkedHashSet<>();
    String column = COLUMNS.get(kind);
    String field = MERCHANT_FIELDS.get(kind);
    if (column != null) {
      add(owners, order.id(column));
    } else if (field != null) {
      Entity merchant = order.merchantId() == null ? null : merchants.get(order.merchantId());
      Value value = merchant == null ? Value.missing() : merchant.field(field);
      add(owners, value.findText().orElse(null));
    } else if (kind.equals(EntityKind.PROVIDER)) {
      addAffiliated(owners, order, "merchant", order.merchantId(), subjects);
      addAffiliated(owners, order, "promoter", order.promoterId(), subjects);
    } else {
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
      PaidOrder order,
      String subjectType,
      @Nullable String subjectId,
      Set<String> subjects) {
    if (subjectId != null && subjects.contains(subjectType)) {
      for (Affiliation each : affiliations.getOrDefault(subjectType + " " + subjectId, List.of())) {
        if (each.holds(order.paidOn())) {
          owners.add(each.provider());
        }
      }
    }
  }

  /** Why an order reaches nobody, in a word of the data. */
  String whyNobody(PaidOrder order) {
    String column = COLUMNS.get(kind);
    String field = MERCHANT_FIELDS.get(kind);
    if (kind.equals(EntityKind.PROVIDER)) {
      return "no affiliation on the day";
    }
    String asked = column == null ? "merchant_id" : column;
    if (order.id(asked) == null) {
      return "no " + asked;
    }
    return field != null && merchants.containsKey(order.id(asked))
        ? "merchant without " + field
        : asked + " unknown";
  }
}
