package dev.partnerops.bookkeeping;

import java.util.Locale;

/** What an entry may be, for {@code --kind} of {@code ledger list}. */
enum EntryKind {
  GRANT,
  FEE,
  REVERSAL,
  CLAWBACK;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
