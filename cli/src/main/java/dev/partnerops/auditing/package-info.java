/**
 * Looks whether what is stored still holds together: references, and runs beside a fresh
 * computation.
 *
 * <p>May import {@code evaluating}, {@code importing}, {@code orders} and what lies beneath. Start
 * reading at {@link dev.partnerops.auditing.CheckCommand}.
 */
@NullMarked
package dev.partnerops.auditing;

import org.jspecify.annotations.NullMarked;
