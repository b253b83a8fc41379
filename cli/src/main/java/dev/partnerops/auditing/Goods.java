package dev.partnerops.auditing;

import dev.partnerops.metrics.Entity;
import dev.partnerops.model.EntityKind;
import dev.partnerops.model.Value;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What filters ask of an order's goods: its product, else its merchant (RULES 37). */
final class Goods {

  private final Map<String, Entity> products = new HashMap<>();
  private final Map<String, Entity> merchants = new HashMap<>();

  Goods(Function<EntityKind, List<Entity>> entities) {
    entities.apply(EntityKind.PRODUCT).forEach(each -> products.put(each.id().id(), each));
    entities.apply(EntityKind.MERCHANT).forEach(each -> merchants.put(each.id().id(), each));
  }

  /** The order's value of a dimension of {@code only} and {@code except}; null: it matches none. */
  @Nullable String dimension(String name, PaidOrder order) {
    Entity product = order.skuId() == null ? null : products.get(order.skuId());
    return switch (name) {
      case "category" -> category(product, order);
      case "hot" -> Boolean.toString(product != null && isTrue(product.field("hot")));
      case "pool" -> Boolean.toString(product != null && isInPool(product, order.paidOn()));
      default -> order.dimension(name);
    };
  }

  private @Nullable String category(@Nullable Entity product, PaidOrder order) {
    String own = product == null ? null : text(product.field("category"));
    Entity merchant = order.merchantId() == null ? null : merchants.get(order.merchantId());
    return own != null || merchant == null ? own : text(merchant.field("category"));
  }

  private static @Nullable String text(Value value) {
    return value.findText().orElse(null);
  }

  private static boolean isTrue(Value value) {
    return value instanceof Value.Flag(boolean flag) && flag;
  }

  private static boolean isInPool(Entity product, LocalDate day) {
    LocalDate from = product.field("pool_listed_on").findDay().orElse(LocalDate.MAX);
    LocalDate to = product.field("pool_delisted_on").findDay().orElse(LocalDate.MAX);
    return !day.isBefore(from) && !day.isAfter(to);
  }
}
