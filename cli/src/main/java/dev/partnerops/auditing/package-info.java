/**
 * What is in the store, looked at by its owner: references that lead nowhere, whether every order
 * of a period was counted, whether stored results come out again.
 *
 * <p>May import {@code evaluating}, {@code importing}, {@code ledger} and what lies beneath. Start
 * reading at {@link dev.partnerops.auditing.CheckCommand}.
 */
@NullMarked
package dev.partnerops.auditing;

import org.jspecify.annotations.NullMarked;
