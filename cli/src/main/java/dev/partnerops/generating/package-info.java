/**
 * Makes a lifelike set of all data sets, for trials and measurements: the same seed gives the same
 * bytes on every machine, in constant memory.
 *
 * <p>Everything about the n-th merchant, promoter or order is reckoned anew from the seed and n
 * (see {@link Dice}); nothing is kept. All arithmetic is whole numbers. May import {@code command}
 * and {@code model}. Start reading at {@link GeneratedSet}, then {@link OrderMaker}.
 */
@NullMarked
package dev.partnerops.generating;

import org.jspecify.annotations.NullMarked;
