package dev.partnerops.importing;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One line of what {@code import} prints (RULES 31).
 *
 * @param batch null where none was published
 * @param fen money of the four kinds of rows together; null for a data set without money
 */
public record ImportResult(
    String dataset,
    String file,
    @Nullable Long batch,
    Status status,
    long rows,
    long inserted,
    long amended,
    long unchanged,
    long rejected,
    @Nullable Long fen) {

  /** What became of the file. */
  public enum Status {
    IMPORTED,
    ALREADY_IMPORTED,
    WITHDRAWN,
    FAILED;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** A file that could not be read at all. */
  static ImportResult unread(String dataset, String file) {
    return new ImportResult(dataset, file, null, Status.FAILED, 0, 0, 0, 0, 0, null);
  }
}
