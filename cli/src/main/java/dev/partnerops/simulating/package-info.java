/**
 * What would be: a policy tried on the past before it is made ({@code simulate}), an open period
 * projected to its end ({@code watch}). Nothing is stored.
 *
 * <p>May import {@code evaluating}, {@code deciding}, {@code paying}, {@code programme}, {@code
 * command} and what lies beneath. Start reading at {@link dev.partnerops.simulating.Simulation}.
 */
@NullMarked
package dev.partnerops.simulating;

import org.jspecify.annotations.NullMarked;
