package dev.partnerops.bookkeeping;

import java.util.Locale;

/** What a payout file may hold, in the order files are made in. */
enum PayoutKind {
  CREDIT,
  CASH,
  SERVICE,
  FEE;

  /** The kind with that word, which the ledger has no other of. */
  static PayoutKind of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
