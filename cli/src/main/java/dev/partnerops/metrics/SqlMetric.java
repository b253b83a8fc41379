package dev.partnerops.metrics;

import dev.partnerops.model.EntityKind;
import dev.partnerops.model.Title;
import dev.partnerops.model.Unit;
import dev.partnerops.model.Value;
import java.util.SortedMap;
import java.util.regex.Pattern;

/**
 * A SQL metric of one entity kind: the header of its file and its one SELECT (SPEC section 3).
 *
 * @param file as a message names it
 * @param description what it counts, in the words of the file's first comment lines
 * @param clock the column by which a row is dated, or the day it is counted on
 * @param with its own parameters and their defaults
 * @param text the whole file, for {@code metrics show}
 */
public record SqlMetric(
    String name,
    EntityKind kind,
    Unit unit,
    String clock,
    Title title,
    String description,
    SortedMap<String, Value> with,
    SqlText select,
    String file,
    String text) {

  private static final Pattern NUMERATOR = word("numerator");
  private static final Pattern DENOMINATOR = word("denominator");

  private static final Pattern ORDERS =
      Pattern.compile("(\\bfrom|\\bjoin|,)\\s+\"?(history_)?orders\\b", Pattern.CASE_INSENSITIVE);

  private static Pattern word(String column) {
    return Pattern.compile("\\b" + column + "\\b", Pattern.CASE_INSENSITIVE);
  }

  /**
   * Whether its SELECT reads the table of orders; where a column of that name stands behind a
   * comma, it counts as one that does, which asks for more than need be.
   */
  boolean readsOrders() {
    return ORDERS.matcher(select.jdbc()).find();
  }

  /** Whether its SELECT gives a numerator and a denominator instead of a value. */
  boolean isQuotient() {
    return NUMERATOR.matcher(select.jdbc()).find() && DENOMINATOR.matcher(select.jdbc()).find();
  }

  /** Whether what it gives hangs on the first day of its window. */
  boolean readsWhereItsWindowBegins() {
    return select.parameters().stream()
        .anyMatch(
            parameter -> parameter.name().equals("from") || parameter.name().equals("first_day"));
  }
}
