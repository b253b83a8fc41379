package dev.partnerops.output;

import java.util.Locale;

/**
 * A column of a result: its name is part of the contract (SPEC section 6) and heads csv and JSON; a
 * table for people shows the title of the bundle {@code columns}, where there is one.
 */
public record Column(String name, Kind kind) {

  /**
   * How the values print (RULES 22): money and scores with two decimals, counts whole, other
   * numbers with six.
   */
  public enum Kind {
    TEXT,
    MONEY,
    SCORE,
    COUNT,
    NUMBER,
    DAY,
    FLAG;

    public boolean isNumber() {
      return switch (this) {
        case MONEY, SCORE, COUNT, NUMBER -> true;
        case TEXT, DAY, FLAG -> false;
      };
    }
  }

  public static Column text(String name) {
    return new Column(name, Kind.TEXT);
  }

  public static Column money(String name) {
    return new Column(name, Kind.MONEY);
  }

  public static Column score(String name) {
    return new Column(name, Kind.SCORE);
  }

  public static Column count(String name) {
    return new Column(name, Kind.COUNT);
  }

  public static Column number(String name) {
    return new Column(name, Kind.NUMBER);
  }

  public static Column day(String name) {
    return new Column(name, Kind.DAY);
  }

  String title(Messages messages) {
    return messages.find("columns." + name.toLowerCase(Locale.ROOT)).orElse(name);
  }
}
