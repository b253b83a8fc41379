package dev.partnerops.importing;

import dev.partnerops.dataset.Choice;
import dev.partnerops.dataset.Column;
import dev.partnerops.dataset.ColumnType;
import dev.partnerops.dataset.Trait;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the cells of one column (SPEC section 2, "What a reader accepts"; RULES 26 to 28). Of one
 * thread, for the sake of {@link Times}. The primitive methods are for orders; {@link #read} is for
 * every other data set and for saying what is wrong.
 */
final class ColumnReader {

  static final int MAX_TEXT = 4000;
  private static final int MAX_DECIMALS = 10;
  private static final int MAX_WHOLE_DIGITS = 28;

  private final Column column;
  private final boolean isRating;
  private final boolean isNotNegative;
  private final ZoneId zone;
  private final Times times;
  private final @Nullable CellFormat format;
  private final Map<String, String> choices = new HashMap<>();

  ColumnReader(Column column, ZoneId zone, Times times, @Nullable CellFormat format) {
    this.column = column;
    this.isRating = column.is(Trait.RATING);
    this.isNotNegative = column.is(Trait.NOT_NEGATIVE);
    this.zone = zone;
    this.times = times;
    this.format = format;
    for (Choice choice : column.choices()) {
      choices.put(choice.word(), choice.word());
      choice.chinese().forEach(chinese -> choices.put(chinese, choice.word()));
    }
  }

  /**
   * @param content a cell's {@link CellText#content}
   */
  Cell read(String content) {
    if (content.isEmpty()) {
      return column.required() ? Cell.refused("importing.cell.required") : Cell.ABSENT;
    }
    return switch (column.type()) {
      case ID -> id(content);
      case TEXT -> text(content);
      case INTEGER -> whole(content);
      case DECIMAL, RATE -> decimal(content);
      case MONEY -> money(content);
      case DAY -> day(content);
      case TIME -> time(content);
      case FLAG -> flag(content);
      case ONE_OF -> oneOf(content);
    };
  }

  private static Cell id(String content) {
    return Ids.problem(content)
        .<Cell>map(Cell.Refused::new)
        .orElseGet(() -> new Cell.Read(content));
  }

  private static Cell text(String content) {
    if (content.length() > MAX_TEXT) {
      return Cell.refused("importing.cell.text-long", content.length(), MAX_TEXT);
    }
    if (content.indexOf('\0') >= 0) {
      return Cell.refused("importing.cell.text-nul", Quoted.text(content));
    }
    return new Cell.Read(content);
  }

  /** The number within the column's bounds, or a problem that {@link #read} explains. */
  long wholeOrProblem(String content) {
    long number = Numbers.whole(content);
    return Numbers.isProblem(number) || isWithinBounds(number) ? number : Numbers.NOT_A_NUMBER;
  }

  private boolean isWithinBounds(long number) {
    return (number >= 1 && number <= 5) || (!isRating && (number >= 0 || !isNotNegative));
  }

  private Cell whole(String content) {
    long number = Numbers.whole(content);
    if (isRating && (Numbers.isProblem(number) || !isWithinBounds(number))) {
      return Cell.refused("importing.cell.rating", Quoted.text(content));
    }
    if (number == Numbers.TOO_LARGE) {
      return Cell.refused("importing.cell.large", Quoted.text(content));
    }
    if (Numbers.isProblem(number)) {
      return Cell.refused("importing.cell.whole", Quoted.text(content));
    }
    if (!isWithinBounds(number)) {
      return Cell.refused("importing.cell.negative", Quoted.text(content));
    }
    return new Cell.Read(number);
  }

  /** Fen within the column's bounds, or a problem that {@link #read} explains. */
  long fenOrProblem(String content) {
    long fen = Numbers.fen(content);
    return Numbers.isProblem(fen) || isWithinBounds(fen) ? fen : Numbers.NOT_A_NUMBER;
  }

  private Cell money(String content) {
    long fen = Numbers.fen(content);
    if (fen == Numbers.TOO_MANY_DECIMALS) {
      return Cell.refused("importing.cell.money-decimals", Quoted.text(content));
    }
    if (fen == Numbers.TOO_LARGE) {
      return Cell.refused("importing.cell.large", Quoted.text(content));
    }
    if (Numbers.isProblem(fen)) {
      return Cell.refused("importing.cell.money", Quoted.text(content));
    }
    if (!isWithinBounds(fen)) {
      return Cell.refused("importing.cell.negative", Quoted.text(content));
    }
    return new Cell.Read(BigDecimal.valueOf(fen, 2));
  }

  private Cell decimal(String content) {
    Optional<BigDecimal> found = Numbers.findDecimal(content);
    if (found.isEmpty()) {
      return Cell.refused("importing.cell.decimal", Quoted.text(content));
    }
    BigDecimal number = found.get();
    if (number.scale() > MAX_DECIMALS) {
      return Cell.refused("importing.cell.decimals", Quoted.text(content), MAX_DECIMALS);
    }
    if (number.precision() - number.scale() > MAX_WHOLE_DIGITS) {
      return Cell.refused("importing.cell.large", Quoted.text(content));
    }
    if (isNotNegative && number.signum() < 0) {
      return Cell.refused("importing.cell.negative", Quoted.text(content));
    }
    return new Cell.Read(number.setScale(MAX_DECIMALS));
  }

  private Cell day(String content) {
    if (format != null) {
      return format
          .findInstant(content, zone)
          .<Cell>map(instant -> new Cell.Read(LocalDate.ofInstant(instant, zone)))
          .orElseGet(() -> new Cell.Refused(format.problem(Quoted.text(content))));
    }
    String text = CellText.hasFullWidth(content) ? CellText.folded(content) : content;
    long epochDay = Days.epochDay(text);
    if (epochDay != Days.NOT_A_DAY) {
      return new Cell.Read(LocalDate.ofEpochDay(epochDay));
    }
    // A time where a day is asked counts as its day (RULES 25).
    long time = times.epochSecond(text);
    if (!Times.isProblem(time)) {
      return new Cell.Read(LocalDate.ofEpochDay(times.epochDay(time)));
    }
    return isSerialNumber(text)
        ? Cell.refused("importing.cell.day-number", Quoted.text(content))
        : Cell.refused("importing.cell.day", Quoted.text(content));
  }

  /** What a spreadsheet makes of a day: days since 1900, perhaps with a fraction. */
  private static boolean isSerialNumber(String text) {
    return text.length() >= 5
        && text.chars().limit(5).allMatch(c -> c >= '0' && c <= '9')
        && (text.length() == 5 || text.charAt(5) == '.');
  }

  /** Seconds since 1970, or a problem that {@link #read} explains. */
  long timeOrProblem(String content) {
    if (format != null) {
      return format
          .findInstant(content, zone)
          .map(Instant::getEpochSecond)
          .orElse(Times.NOT_A_TIME);
    }
    long time = times.epochSecond(content);
    return Times.isProblem(time) && CellText.hasFullWidth(content)
        ? times.epochSecond(CellText.folded(content))
        : time;
  }

  private Cell time(String content) {
    long time = timeOrProblem(content);
    if (!Times.isProblem(time)) {
      return new Cell.Read(Instant.ofEpochSecond(time));
    }
    if (format != null) {
      return new Cell.Refused(format.problem(Quoted.text(content)));
    }
    if (time == Times.ONLY_A_DAY) {
      return Cell.refused("importing.cell.time-missing", Quoted.text(content));
    }
    return isSerialNumber(content)
        ? Cell.refused("importing.cell.time-number", Quoted.text(content))
        : Cell.refused("importing.cell.time", Quoted.text(content));
  }

  private static Cell flag(String content) {
    return switch (content.toLowerCase(Locale.ROOT)) {
      case "true", "yes", "y", "1", "是" -> new Cell.Read(true);
      case "false", "no", "n", "0", "否" -> new Cell.Read(false);
      default -> Cell.refused("importing.cell.flag", Quoted.text(content));
    };
  }

  /** The English word of a choice; null where the text is none. */
  @Nullable String choiceOrNull(String content) {
    String word = choices.get(content);
    return word == null ? choices.get(content.toLowerCase(Locale.ROOT)) : word;
  }

  private Cell oneOf(String content) {
    String word = choiceOrNull(content);
    if (word != null) {
      return new Cell.Read(word);
    }
    List<String> allowed = new ArrayList<>();
    for (Choice choice : column.choices()) {
      allowed.add(
          choice.chinese().isEmpty()
              ? choice.word()
              : choice.word() + " (" + choice.chinese().getFirst() + ")");
    }
    return Cell.refused("importing.cell.choice", Quoted.text(content), allowed);
  }

  ColumnType type() {
    return column.type();
  }
}
