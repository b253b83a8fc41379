package dev.partnerops.ledger;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What became of a run so far (RULES 2). */
public enum RunStatus {
  PROPOSED,
  APPROVED,
  REJECTED,
  SUPERSEDED;

  /** The one of that word; empty where there is none. */
  static Optional<RunStatus> find(String word) {
    return Arrays.stream(values()).filter(status -> status.word().equals(word)).findFirst();
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
