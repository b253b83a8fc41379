package dev.partnerops.ledger;

import java.util.List;

/**
 * What a run read beside its policies and the rows of data sets up to its batch: with these its
 * judgement can be repeated from the store (SPEC section 5).
 *
 * @param areKept false for a run that was stored before runs kept their sources: these are unknown
 *     then, and {@code seen} is worked out from the order of events
 * @param sources files of metrics and data sets, newest editions of programmes read by {@code of:}
 * @param seen how far events and ledger went
 */
public record RunInputs(boolean areKept, List<Source> sources, Horizon seen) {

  public RunInputs {
    sources = List.copyOf(sources);
  }
}
