package dev.partnerops.orders;

import java.util.List;

/**
 * One version of an order.
 *
 * @param batch the batch that wrote it
 * @param supersededBy the batch whose version took its place, 0 of the newest
 * @param ownColumns names for {@link OrderRow#own}
 */
public record OrderVersion(long batch, long supersededBy, List<String> ownColumns, OrderRow row) {}
