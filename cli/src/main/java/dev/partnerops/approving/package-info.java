/**
 * Maker and checker: what was proposed is approved or turned down, and approved runs are booked
 * (RULES 2, 3).
 *
 * <p>May import {@code evaluating}, {@code ledger} and what lies beneath. Start reading at {@link
 * dev.partnerops.approving.Approvals}.
 */
@NullMarked
package dev.partnerops.approving;

import org.jspecify.annotations.NullMarked;
