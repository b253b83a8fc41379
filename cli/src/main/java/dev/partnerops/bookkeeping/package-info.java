/**
 * The ledger as a finance desk works with it: its entries, what they add up to, whether they are
 * still those that were booked, and the files they are paid from (SPEC sections 5 and 6, RULES 2,
 * 21).
 *
 * <p>May import {@code ledger}, {@code metrics} for the names that policies use, and what lies
 * beneath. Start reading at {@link dev.partnerops.bookkeeping.LedgerCommand}.
 */
@NullMarked
package dev.partnerops.bookkeeping;

import org.jspecify.annotations.NullMarked;
