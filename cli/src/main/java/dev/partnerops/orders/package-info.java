/**
 * Orders as column segments inside the store, and the measures over them (RULES 5, "The order
 * store").
 *
 * <p>A batch of orders is sorted by order id and cut into segments of some 16,000 rows, each column
 * packed into one value with a checksum, never changed. An amendment is a new version in a newer
 * segment; the batch also writes which positions of older segments it supersedes. Nothing of a
 * batch is seen before its row stands in {@code base.batch}.
 *
 * <p>May import {@code model}, {@code java.sql} and {@code org.h2} (segments and the SQL table over
 * them). Start reading at {@link dev.partnerops.orders.OrderBatchWriter} for writing, {@link
 * dev.partnerops.orders.OrderMeasures} and {@link dev.partnerops.orders.OrderCursor} for reading.
 */
@NullMarked
package dev.partnerops.orders;

import org.jspecify.annotations.NullMarked;
