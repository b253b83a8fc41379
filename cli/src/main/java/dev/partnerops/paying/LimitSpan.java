package dev.partnerops.paying;

import dev.partnerops.programme.Grant;

/**
 * What a limit counts (SPEC section 4, limits; RULES 13): the entries of a programme, of one
 * benefit or all, for one holder, in one span.
 *
 * @param benefit empty: all benefits of the programme
 * @param per {@code programme}, {@code entity}, {@code beneficiary}, {@code licence} or a field
 * @param holder who, as {@link GrantDecision#holders()} says it under {@code per}; empty for the
 *     programme
 * @param span that of the period's last day: a period's label, {@code 2020-10}, {@code 2020}; empty
 *     for a lifetime
 */
public record LimitSpan(
    String programme,
    String benefit,
    String per,
    String holder,
    Grant.Limit.Each each,
    String span) {}
