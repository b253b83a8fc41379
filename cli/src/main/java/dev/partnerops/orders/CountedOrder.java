package dev.partnerops.orders;

import org.jspecify.annotations.Nullable;

/**
 * An order that counts for a number. Who bought it is not said.
 *
 * @param paidAt epoch seconds
 * @param amountFen and {@code refundFen}: what is refunded of it by the as-of day
 * @param counted what it brings to the number, of a quotient to its numerator: fen, or a count
 * @param countedOf what it brings to the denominator of a quotient; 0 for everything else
 * @param batch that brought this version, from {@code line} of its file
 */
public record CountedOrder(
    String orderId,
    long paidAt,
    @Nullable String merchantId,
    @Nullable String promoterId,
    long amountFen,
    long refundFen,
    @Nullable OrderStatus status,
    long counted,
    long countedOf,
    long batch,
    long line) {}
