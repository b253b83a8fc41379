package dev.partnerops.runs;

import dev.partnerops.metrics.Entities;
import dev.partnerops.metrics.Entity;
import dev.partnerops.metrics.MetricStore;
import dev.partnerops.model.EntityId;
import dev.partnerops.model.EntityKind;
import dev.partnerops.orders.OrderRow;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Whose an order is, for entities of one kind; of a kind that orders do not name, nobody's. */
final class OrderOwners {

  private final Function<OrderRow, Set<EntityId>> owners;

  private OrderOwners(Function<OrderRow, Set<EntityId>> owners) {
    this.owners = owners;
  }

  Set<EntityId> of(OrderRow order) {
    return owners.apply(order);
  }

  /** Those whose own column of the order names them. */
  static OrderOwners named(EntityKind kind) {
    return new OrderOwners(order -> {
      String id = kind.equals(EntityKind.ALL) ? EntityKind.ALL.word() : id(kind, order);
      return id == null ? Set.of() : Set.of(new EntityId(id));
    });
  }

  private static @Nullable String id(EntityKind kind, OrderRow order) {
    if (kind.equals(EntityKind.MERCHANT)) {
      return order.merchantId;
    }
    if (kind.equals(EntityKind.PROMOTER)) {
      return order.promoterId;
    }
    if (kind.equals(EntityKind.LEADER)) {
      return order.leaderId;
    }
    if (kind.equals(EntityKind.PRODUCT)) {
      return order.skuId;
    }
    return kind.equals(EntityKind.SESSION) ? order.sessionId : null;
  }

  /** The licence or region of the order's merchant. */
  static OrderOwners throughMerchants(
      MetricStore store, EntityKind kind, LocalDate asOf, ZoneId zone) {
    String field = kind.equals(EntityKind.LICENCE) ? Entities.LICENCE : kind.word();
    Map<String, EntityId> byMerchant = new HashMap<>();
    for (Entity merchant : new Entities(store, asOf, zone).load(EntityKind.MERCHANT)) {
      merchant
          .field(field)
          .findText()
          .ifPresent(id -> byMerchant.put(merchant.id().id(), new EntityId(id)));
    }
    return new OrderOwners(order -> {
      EntityId owner = order.merchantId == null ? null : byMerchant.get(order.merchantId);
      return owner == null ? Set.of() : Set.of(owner);
    });
  }

  /** The providers affiliated with its merchant or promoter on the day it was paid (RULES 14). */
  static OrderOwners affiliated(
      Map<AffiliationStore.Subject, List<AffiliationStore.Spell>> spells, ZoneId zone) {
    return new OrderOwners(order -> {
      Set<EntityId> owners = new TreeSet<>();
      LocalDate day = LocalDate.ofInstant(Instant.ofEpochSecond(order.paidAt), zone);
      add(spells, EntityKind.MERCHANT, order.merchantId, day, owners);
      add(spells, EntityKind.PROMOTER, order.promoterId, day, owners);
      return owners;
    });
  }

  private static void add(
      Map<AffiliationStore.Subject, List<AffiliationStore.Spell>> spells,
      EntityKind kind,
      @Nullable String id,
      LocalDate day,
      Set<EntityId> owners) {
    if (id != null) {
      spells.getOrDefault(new AffiliationStore.Subject(kind.word(), id), List.of()).stream()
          .filter(spell -> spell.holds(day))
          .forEach(spell -> owners.add(spell.provider()));
    }
  }
}
