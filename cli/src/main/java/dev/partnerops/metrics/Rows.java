package dev.partnerops.metrics;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a SELECT, read once and one row at a time. Cells are String, Long, BigDecimal,
 * LocalDate, OffsetDateTime, Boolean, or null for nothing; what else a database knows comes as its
 * text.
 */
public interface Rows extends AutoCloseable {

  /** A column's name as the statement gives it, in lower case unless quoted. */
  record Column(String name, Kind kind) {}

  /** What the cells of a column are. */
  enum Kind {
    TEXT,
    WHOLE,
    /** A decimal that has two places by its type: yuan and fen. */
    MONEY,
    DECIMAL,
    DAY,
    TIME,
    FLAG
  }

  List<Column> columns();

  /** Steps to the next row; false at the end. */
  boolean next();

  /** A cell of the present row, by place from 0. */
  @Nullable Object cell(int column);

  @Override
  void close();
}
