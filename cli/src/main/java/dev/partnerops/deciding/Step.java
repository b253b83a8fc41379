package dev.partnerops.deciding;

import dev.partnerops.model.DayRange;
import dev.partnerops.model.Fraction;
import dev.partnerops.model.Title;
import dev.partnerops.model.Value;
import dev.partnerops.programme.Clause;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One step of a judgement for explanations: a clause of the policy with what it was asked and what
 * came out. A group follows what it holds.
 *
 * @param depth of the clause in its condition, 0 for the condition itself
 * @param label what is looked at: a metric's name, a field, {@code tier}, {@code all}, …
 * @param days the metric's window; absent where it has none or is missing
 * @param value missing too where the step has none
 * @param decimals the value is written with
 * @param comparison {@code >= 2}, {@code in [a, b]}, as reasons print it; empty without
 * @param verdict absent for points and amounts
 * @param points earned, of {@code possible}; both absent for conditions
 */
public record Step(
    Clause clause,
    int depth,
    String label,
    @Nullable Title title,
    @Nullable Title says,
    @Nullable DayRange days,
    Value value,
    int decimals,
    String comparison,
    List<Value> thresholds,
    @Nullable Verdict verdict,
    @Nullable Fraction points,
    @Nullable Fraction possible) {}
