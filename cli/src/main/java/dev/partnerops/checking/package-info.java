/**
 * Policies as their authors check them: what is wrong, what is hardly meant, what an editor needs,
 * what a policy says to people (SPEC section 6, {@code policy}).
 *
 * <p>Tests are judged by the code that judges runs ({@code deciding}, {@code paying}, and {@code
 * evaluating} for windows and entries); nothing of them is stored.
 *
 * <p>May import {@code programme}, {@code importing}, {@code metrics}, {@code deciding}, {@code
 * paying}, {@code ledger}, {@code evaluating}, {@code wording}, {@code command} and what lies
 * beneath. Start reading at {@link dev.partnerops.checking.PolicyCommand}, for tests at {@link
 * dev.partnerops.checking.PolicyTests}.
 */
@NullMarked
package dev.partnerops.checking;

import org.jspecify.annotations.NullMarked;
