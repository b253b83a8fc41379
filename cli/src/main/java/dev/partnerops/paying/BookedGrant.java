package dev.partnerops.paying;

import dev.partnerops.model.Money;
import org.jspecify.annotations.Nullable;

/**
 * What stands under a grant's key (RULES 3).
 *
 * @param sum the running sum of its entries
 * @param due what was due at the last booking, before limits cut it
 * @param entry the first entry under the key: the original, which later ones name
 * @param run that booked the last entry
 * @param clawedBackBy the entry that took it back, and the key is taken for ever (RULES 21); absent
 *     where none did
 */
public record BookedGrant(
    Money sum, Money due, long entry, long run, @Nullable Long clawedBackBy) {}
