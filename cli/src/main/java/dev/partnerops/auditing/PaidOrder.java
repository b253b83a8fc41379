package dev.partnerops.auditing;

import dev.partnerops.evaluating.OrderOwners;
import dev.partnerops.model.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an order says of whose it is and whether a filter lets it in; absent cells are null.
 *
 * @param paidOn in the programme's zone
 * @param own cells of columns that the workspace adds, by name, as texts
 */
record PaidOrder(
    LocalDate paidOn,
    @Nullable String merchantId,
    @Nullable String promoterId,
    @Nullable String leaderId,
    @Nullable String skuId,
    @Nullable String sessionId,
    @Nullable String channel,
    Money amount,
    Map<String, String> own)
    implements OrderOwners.Ids {

  Tally tally() {
    return new Tally(1, amount);
  }

  /** The cells by which measures may be narrowed, beside those of its goods. */
  @Nullable String dimension(String name) {
    return name.equals("channel") ? channel : own.get(name);
  }

  /** Names of the columns that name an entity each. */
  static List<String> idColumns() {
    return List.of("merchant_id", "promoter_id", "leader_id", "sku_id", "session_id");
  }

  @Override
  public @Nullable String id(String column) {
    return switch (column) {
      case "merchant_id" -> merchantId;
      case "promoter_id" -> promoterId;
      case "leader_id" -> leaderId;
      case "sku_id" -> skuId;
      case "session_id" -> sessionId;
      default -> throw new IllegalArgumentException(column);
    };
  }
}
