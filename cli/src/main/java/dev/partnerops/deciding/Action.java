package dev.partnerops.deciding;

import java.util.Locale;

/** What a ladder does with an entity at one evaluation (RULES 1, 10). */
public enum Action {
  ADMIT,
  UPGRADE,
  HOLD,
  WARN,
  DOWNGRADE,
  EXIT,
  NOT_RATED,
  PROTECTED;

  /** As printed: {@code not_rated}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
