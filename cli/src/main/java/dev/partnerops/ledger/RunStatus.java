package dev.partnerops.ledger;

import java.util.Locale;

/** What became of a run so far (RULES 2). */
public enum RunStatus {
  PROPOSED,
  APPROVED,
  REJECTED,
  SUPERSEDED;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
