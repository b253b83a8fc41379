/**
 * A metric name, an entity kind and a window to values: order measures and SQL metrics behind one
 * door, and the entities themselves with their fields (SPEC section 3, RULES 12, 18, 40, 41).
 *
 * <p>May import {@code orders}, {@code programme}, {@code command}, {@code output}, {@code store},
 * {@code model}. Only {@link dev.partnerops.metrics.MetricStore} touches the database. Start
 * reading at {@link dev.partnerops.metrics.Catalogue} and {@link dev.partnerops.metrics.Metrics}.
 */
@NullMarked
package dev.partnerops.metrics;

import org.jspecify.annotations.NullMarked;
