package dev.partnerops.orders;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything asked of the orders at once: it is answered in one pass (several where distinct counts
 * do not fit).
 *
 * @param batch the newest batch to read
 * @param asOf the last day whose events exist (RULES 15)
 * @param merchants read where a column filters by category; may be read more than once
 * @param products read where a column filters by category, hot or pool; may be read more than once
 * @param joinedOn the day {@code days_to_first_order} counts from, by entity; may be empty where it
 *     is not asked for
 * @param memoryBytes bound of what distinct counts may hold at once
 */
public record MeasureRequest(
    long batch,
    LocalDate asOf,
    ZoneId zone,
    OrderGrouping grouping,
    List<MeasureColumn> columns,
    Iterable<MerchantFact> merchants,
    Iterable<ProductFact> products,
    List<@Nullable LocalDate> joinedOn,
    long memoryBytes) {

  /** What a filter may ask of a merchant (newest version, RULES 37). */
  public record MerchantFact(String merchantId, @Nullable String category) {}

  /** What a filter may ask of a product; the pool's days are both in, an empty last one is open. */
  public record ProductFact(
      String skuId,
      @Nullable String category,
      boolean hot,
      @Nullable LocalDate poolFrom,
      @Nullable LocalDate poolTo) {}

  public MeasureRequest {
    columns = List.copyOf(columns);
  }
}
