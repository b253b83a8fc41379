/**
 * Runs and what became of them, and the ledger of grants and fees: appended, never changed (SPEC
 * section 5).
 *
 * <p>May import {@code deciding} and {@code paying} for what it keeps, {@code store} and {@code
 * model}. Start reading at {@link dev.partnerops.ledger.RunStore} and {@link
 * dev.partnerops.ledger.LedgerStore}.
 */
@NullMarked
package dev.partnerops.ledger;

import org.jspecify.annotations.NullMarked;
