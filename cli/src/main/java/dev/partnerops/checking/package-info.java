/**
 * Policies as their authors check them: what is wrong, what is hardly meant, what an editor needs,
 * what a policy says to people (SPEC section 6, {@code policy}).
 *
 * <p>May import {@code programme}, {@code metrics}, {@code wording}, {@code command}, {@code
 * output} and {@code model}. Start reading at {@link dev.partnerops.checking.PolicyCommand}.
 */
@NullMarked
package dev.partnerops.checking;

import org.jspecify.annotations.NullMarked;
