package dev.partnerops.deciding;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a ladder makes of an entity: tiers as texts, empty for none.
 *
 * @param calculated beneath protection and overrides; {@code after} is what is shown
 * @param beneath what would be shown without an override; absent: none is in force
 */
record Climbed(
    Action action,
    String before,
    String calculated,
    String after,
    Standing.Place place,
    int misses,
    int rises,
    List<String> rising,
    @Nullable LocalDate exitedOn,
    Standing.Protection protection,
    String reasons,
    @Nullable String beneath) {}
