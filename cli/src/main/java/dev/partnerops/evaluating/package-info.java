/**
 * The one place where metrics, deciding, paying and ledger meet: one run, start to end (RULES 2).
 *
 * <p>May import {@code metrics}, {@code deciding}, {@code paying}, {@code ledger}, {@code
 * programme}, {@code command} and what lies beneath. Start reading at {@link
 * dev.partnerops.evaluating.Evaluator}.
 */
@NullMarked
package dev.partnerops.evaluating;

import org.jspecify.annotations.NullMarked;
