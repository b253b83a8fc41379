/**
 * Why a decision is as it is: every clause with its value, threshold and verdict.
 *
 * <p>May import {@code evaluating} and what lies beneath. Start reading at {@link
 * dev.partnerops.explaining.ExplainCommand}.
 */
@NullMarked
package dev.partnerops.explaining;

import org.jspecify.annotations.NullMarked;
