package dev.partnerops.programme;

import dev.partnerops.model.Unit;
import dev.partnerops.model.Value;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A catalogue metric as a policy asks for it (SPEC section 3, "A reference"). Two equal references
 * are one number, so no clause is kept here; equality is by value.
 *
 * @param only and {@code except}: dimension ({@code channel, category, hot, pool}) to the values
 *     let in or taken out
 * @param with parameters of the metric: {@code hours}, {@code clock}, {@code lag} (text {@code 14
 *     days}), {@code subject_type} (one or two texts), …
 * @param through an id column: the metric is that of the entity which this field of ours names
 * @param figure what another system computes and a file brings under this name; absent: a metric of
 *     the catalogue
 */
public record MetricReference(
    String name,
    Part part,
    Window window,
    SortedMap<String, List<String>> only,
    SortedMap<String, List<String>> except,
    SortedMap<String, List<Value>> with,
    @Nullable String through,
    @Nullable Figure figure) {

  private static final Pattern CLAUSE =
      Pattern.compile("(, )?clause=Clause\\[path=.*?, line=\\d+\\]");

  /** A metric of the catalogue. */
  public MetricReference(
      String name,
      Part part,
      Window window,
      SortedMap<String, List<String>> only,
      SortedMap<String, List<String>> except,
      SortedMap<String, List<Value>> with,
      @Nullable String through) {
    this(name, part, window, only, except, with, through, null);
  }

  /** {@code {figure: UNIT, take: …}} under its name, which data set {@code figures} has too. */
  static MetricReference ofFigure(String name, Window window, Unit unit, Take take) {
    return new MetricReference(
        name,
        Part.WHOLE,
        window,
        new TreeMap<>(),
        new TreeMap<>(),
        new TreeMap<>(),
        null,
        new Figure(unit, take));
  }

  /**
   * What runs keep its values by: without the lines of a policy, and of a metric of the catalogue
   * as it was before there were figures, so that older runs are found.
   */
  @Override
  public String toString() {
    String text =
        "MetricReference[name=%s, part=%s, window=%s, only=%s, except=%s, with=%s, through=%s"
            .formatted(name, part, window, only, except, with, through);
    return CLAUSE.matcher(text).replaceAll("")
        + (figure == null ? "]" : ", figure=" + figure + "]");
  }

  /** Its numerator or denominator. */
  MetricReference withPart(Part own) {
    return new MetricReference(name, own, window, only, except, with, through, figure);
  }

  /** What another system computes: the unit its figures have, and which of a window's counts. */
  public record Figure(Unit unit, Take take) {

    /**
     * Whether a window without figures is missing: only sums of counts and amounts are 0 then
     * (RULES 12).
     */
    public boolean canBeMissing(Part part) {
      return take != Take.SUM || (part == Part.WHOLE && !unit.isZeroOverNothing());
    }
  }

  /** Which of the figures in a window counts. */
  public enum Take {
    LATEST,
    FIRST,
    SUM,
    AVERAGE,
    LEAST,
    GREATEST;

    /** The word of policy files: {@code latest}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it says something of figures of that unit: two days have no sum. */
    public boolean fits(Unit unit) {
      return switch (unit) {
        case RATE, MONEY, COUNT, NUMBER, DAYS -> true;
        case DAY -> this != SUM && this != AVERAGE;
        case FLAG -> this == LATEST || this == FIRST;
      };
    }
  }

  /** {@code NAME}, {@code NAME.numerator} or {@code NAME.denominator}. */
  public enum Part {
    WHOLE,
    NUMERATOR,
    DENOMINATOR
  }
}
