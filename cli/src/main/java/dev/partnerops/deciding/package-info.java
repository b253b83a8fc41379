/**
 * Pure: values, a programme and the standing before to decisions (SPEC section 4; RULES 1, 10, 12,
 * 16, 20, 22).
 *
 * <p>May import {@code model} and {@code programme}; reads no file, no clock and no store. Start
 * reading at {@link dev.partnerops.deciding.ProgrammeJudge}.
 */
@NullMarked
package dev.partnerops.deciding;

import org.jspecify.annotations.NullMarked;
