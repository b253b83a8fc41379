/**
 * Pure: decisions, and what is booked, to grants and fee statements (SPEC section 4; RULES 3, 13,
 * 43-48).
 *
 * <p>May import {@code model}, {@code programme} and {@code deciding}, whose conditions it asks;
 * never the reverse. Start reading at {@link dev.partnerops.paying.Paymaster}.
 */
@NullMarked
package dev.partnerops.paying;

import org.jspecify.annotations.NullMarked;
