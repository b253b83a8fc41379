package dev.partnerops.deciding;

/** What a condition says of an entity; a skipped leaf leaves its group (SPEC section 4). */
public enum Verdict {
  MET,
  UNMET,
  SKIPPED
}
