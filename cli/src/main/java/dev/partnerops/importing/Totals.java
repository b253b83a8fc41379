package dev.partnerops.importing;

import java.util.OptionalLong;

/**
 * Rows and money of a batch, by what became of them (RULES 29): the four add up to the file. A
 * builder of one import.
 */
final class Totals {

  private long read;
  private long inserted;
  private long amended;
  private long unchanged;
  private long rejected;
  private long fenInserted;
  private long fenAmended;
  private long fenUnchanged;
  private long fenRejected;
  private long unread;

  /** Which of the four a row is. */
  enum Outcome {
    INSERTED,
    AMENDED,
    UNCHANGED
  }

  void add(Outcome outcome, long rows, long fen) {
    read += rows;
    switch (outcome) {
      case INSERTED -> {
        inserted += rows;
        fenInserted = Math.addExact(fenInserted, fen);
      }
      case AMENDED -> {
        amended += rows;
        fenAmended = Math.addExact(fenAmended, fen);
      }
      case UNCHANGED -> {
        unchanged += rows;
        fenUnchanged = Math.addExact(fenUnchanged, fen);
      }
    }
  }

  /**
   * @param fen empty where the row's money cannot be read
   */
  void addReject(OptionalLong fen) {
    read++;
    rejected++;
    if (fen.isEmpty()) {
      unread++;
    } else {
      fenRejected = Math.addExact(fenRejected, fen.getAsLong());
    }
  }

  long read() {
    return read;
  }

  long inserted() {
    return inserted;
  }

  long amended() {
    return amended;
  }

  long unchanged() {
    return unchanged;
  }

  long rejected() {
    return rejected;
  }

  long fenInserted() {
    return fenInserted;
  }

  long fenAmended() {
    return fenAmended;
  }

  long fenUnchanged() {
    return fenUnchanged;
  }

  long fenRejected() {
    return fenRejected;
  }

  /** Rejects whose money cannot be read. */
  long unread() {
    return unread;
  }

  /** All the money of the file that can be read. */
  long fen() {
    return Math.addExact(
        Math.addExact(fenInserted, fenAmended), Math.addExact(fenUnchanged, fenRejected));
  }
}
