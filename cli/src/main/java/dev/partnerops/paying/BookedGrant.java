package dev.partnerops.paying;

import dev.partnerops.model.Money;

/**
 * What stands under a grant's key (RULES 3).
 *
 * @param sum the running sum of its entries
 * @param due what was due at the last booking, before limits cut it
 * @param entry a name of the (first) entry for people, as {@code entry 17}
 */
public record BookedGrant(Money sum, Money due, String entry) {}
