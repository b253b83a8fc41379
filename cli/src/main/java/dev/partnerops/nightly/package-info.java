/**
 * The night: new files imported, what is due evaluated, reports written, each step recorded, so
 * that a killed night goes on where it stopped (SPEC section 6, RULES 11).
 *
 * <p>May import {@code importing}, {@code evaluating}, {@code approving} and what lies beneath.
 * Start reading at {@link dev.partnerops.nightly.Night}.
 */
@NullMarked
package dev.partnerops.nightly;

import org.jspecify.annotations.NullMarked;
