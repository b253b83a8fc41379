package dev.partnerops.output;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a command answers: columns, and rows that may be read once and one at a time. A cell is a
 * String, Long, Integer, Money, Fraction, BigDecimal, Value, LocalDate, Boolean, or null for
 * nothing. A BigDecimal in a column of texts prints as it is.
 */
public record ResultTable(
    List<Column> columns, Iterable<? extends List<? extends @Nullable Object>> rows) {

  public ResultTable {
    columns = List.copyOf(columns);
  }
}
