/**
 * Maker and checker: what was proposed, runs and overrides, is approved or turned down, approved
 * runs are booked, and months are closed (RULES 2, 3, 17, 51).
 *
 * <p>May import {@code evaluating}, {@code ledger} and what lies beneath. Start reading at {@link
 * dev.partnerops.approving.Approvals}.
 */
@NullMarked
package dev.partnerops.approving;

import org.jspecify.annotations.NullMarked;
