/**
 * Words that two features share: money, exact fractions, values, periods, day ranges, entity kinds,
 * source lines, errors.
 *
 * <p>May import nothing of the project. Start reading at {@link Value} and {@link Period}.
 */
@NullMarked
package dev.partnerops.model;

import org.jspecify.annotations.NullMarked;
