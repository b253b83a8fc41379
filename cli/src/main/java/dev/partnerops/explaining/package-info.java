/**
 * Why a decision is as it is: every clause with its value, threshold and verdict, and what would
 * have made another. {@code LeastChange} judges an entity again with other values; the pages and
 * words around it only tell what was found.
 *
 * <p>May import {@code evaluating} and what lies beneath. Start reading at {@link
 * dev.partnerops.explaining.ExplainCommand}.
 */
@NullMarked
package dev.partnerops.explaining;

import org.jspecify.annotations.NullMarked;
