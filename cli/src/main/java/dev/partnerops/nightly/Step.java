package dev.partnerops.nightly;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One step of a night, as {@code base.night_step} keeps it; no clock times. */
sealed interface Step {

  /** What became of a file. */
  enum FileStatus {
    IMPORTED,
    ALREADY_IMPORTED,
    /** Too many rejects, or not to be read as its data set. */
    FAILED,
    /** Of no data set. */
    UNKNOWN;

    boolean isSetAside() {
      return this == FAILED || this == UNKNOWN;
    }

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What became of a programme's period. */
  enum RunStatus {
    PROPOSED,
    APPROVED,
    /** For somebody to approve something. */
    WAITING,
    /** Orders do not reach its end. */
    INCOMPLETE,
    /** Its policy is at fault. */
    FAILED;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** How a night ended. */
  enum NightStatus {
    DONE,
    /** All that could be done was; something was set aside or could not be evaluated. */
    PARTIAL,
    /** It stopped before it had evaluated. */
    FAILED;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * A file of the inbox.
   *
   * @param name of the file there
   * @param dataset null where none was found
   * @param batch that holds its rows; null where none does
   * @param fen money of its rows; null for a data set without money
   * @param placed where it goes, in the inbox
   * @param rejects whether a file of its rejects goes with it
   * @param reason why it was set aside; null where it was not
   */
  record OfFile(
      String name,
      @Nullable String dataset,
      FileStatus status,
      @Nullable Long batch,
      long rows,
      long inserted,
      long amended,
      long unchanged,
      long rejected,
      @Nullable Long fen,
      String placed,
      boolean rejects,
      @Nullable String reason)
      implements Step {

    /** Of a file that nothing was read of. */
    static OfFile unread(
        String name,
        @Nullable String dataset,
        FileStatus status,
        String placed,
        boolean rejects,
        String reason) {
      return new OfFile(name, dataset, status, null, 0, 0, 0, 0, 0, null, placed, rejects, reason);
    }
  }

  /**
   * A programme's period.
   *
   * @param run its number; null where there is none
   * @param entries booked with an approval; null otherwise
   * @param reason what is in the way; null where nothing is
   */
  record OfRun(
      String programme,
      String period,
      RunStatus status,
      @Nullable Long run,
      @Nullable Integer entries,
      @Nullable String reason)
      implements Step {}

  /** The end. */
  record OfNight(LocalDate asOf, NightStatus status) implements Step {}
}
