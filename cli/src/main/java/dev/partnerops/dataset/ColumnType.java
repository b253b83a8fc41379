package dev.partnerops.dataset;

import java.util.Locale;

/** How a cell is read and how the store keeps it (SPEC section 2, RULES 26 and 27). */
public enum ColumnType {
  /** At most 64 characters, kept as given, never turned into a number. */
  ID("varchar(64)"),
  /** At most 4,000 characters. */
  TEXT("varchar(4000)"),
  INTEGER("bigint"),
  /** At most ten decimals. */
  DECIMAL("decimal(38, 10)"),
  /** Yuan; at most two decimals. */
  MONEY("decimal(18, 2)"),
  /** A share of one: {@code 0.05}, also written {@code 5%}. */
  RATE("decimal(38, 10)"),
  DAY("date"),
  TIME("timestamp(0) with time zone"),
  FLAG("boolean"),
  /** One of the column's choices; kept as its English word. */
  ONE_OF("varchar(64)");

  private final String sql;

  ColumnType(String sql) {
    this.sql = sql;
  }

  /** The type of the store's column: {@code decimal(18, 2)}. */
  public String sql() {
    return sql;
  }

  /** The word of documentation and of own data sets: {@code one_of}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
