package dev.partnerops.importing;

import dev.partnerops.model.Message;

/** What became of one cell. */
sealed interface Cell {

  Cell ABSENT = new Absent();

  /**
   * A value as the store keeps it: String, Long, BigDecimal (money and decimals), LocalDate,
   * Boolean, or for a time the instant.
   */
  record Read(Object value) implements Cell {}

  /** Nothing stands there. */
  record Absent() implements Cell {}

  /**
   * What stands there is none of the column's values; says what was read and what to write instead.
   */
  record Refused(Message reason) implements Cell {}

  static Cell refused(String key, Object... arguments) {
    return new Refused(Message.of(key, arguments));
  }
}
