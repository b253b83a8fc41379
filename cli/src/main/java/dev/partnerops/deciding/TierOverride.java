package dev.partnerops.deciding;

/**
 * A tier set by hand for one evaluation: it is shown, while the ladder runs on beneath (RULES 10).
 *
 * @param number by which reasons name it
 */
public record TierOverride(long number, String tier) {

  /** As reasons say it, alike in every language (RULES 22). */
  String reason() {
    return "override " + number + " " + tier;
  }
}
