package dev.partnerops.checking;

import dev.partnerops.model.Message;
import org.jspecify.annotations.Nullable;

/**
 * What did not come out as a case says.
 *
 * @param line of the expectation
 * @param step from 1; absent in a case without steps
 * @param entity empty where the case has but one
 * @param what the expectation, as {@code grants.star-bonus.amount}; empty where the step could not
 *     be judged
 * @param expected and {@code actual}: as printed, absent for nothing
 * @param reasons of the decision; empty where there are none
 * @param message what is wrong with the case; absent where it is but another result
 */
record TestResult(
    int line,
    @Nullable Integer step,
    String entity,
    String what,
    @Nullable Object expected,
    @Nullable Object actual,
    String reasons,
    @Nullable Message message) {}
