package dev.partnerops.importing;

import dev.partnerops.dataset.ColumnType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/**
 * The cells of columns that a workspace adds to orders: the order store keeps them as texts, one
 * for each value, that SQL too can read as their type.
 */
final class OwnCells {

  private OwnCells() {}

  /** The one text of a value that {@link ColumnReader#read} found. */
  static String text(Object value) {
    return value instanceof BigDecimal number
        ? number.stripTrailingZeros().toPlainString()
        : value.toString();
  }

  /** The value of such a text. */
  static Object value(ColumnType type, String text) {
    return switch (type) {
      case ID, TEXT, ONE_OF -> text;
      case INTEGER -> Long.valueOf(text);
      case DECIMAL, RATE, MONEY -> new BigDecimal(text);
      case DAY -> LocalDate.parse(text);
      case TIME -> Instant.parse(text);
      case FLAG -> Boolean.valueOf(text);
    };
  }
}
