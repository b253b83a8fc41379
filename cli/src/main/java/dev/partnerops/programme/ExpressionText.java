package dev.partnerops.programme;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of an expression, cut into words before the parser of SQL sees it: names are quoted, so
 * that {@code now}, {@code rank} or a Chinese name mean the metric and no function of SQL, and
 * numbers are written out, {@code 5%} as 0.05. Reports what an expression never has.
 */
final class ExpressionText {

  static final Set<String> FUNCTIONS = Set.of("COALESCE", "GREATEST", "LEAST", "ROUND");

  private static final Set<String> WORDS =
      Set.of(
          "CASE", "WHEN", "THEN", "ELSE", "END", "AND", "OR", "NOT", "IS", "NULL", "BETWEEN", "IN",
          "TRUE", "FALSE");

  private static final int MOST_CHARACTERS = 2_000;
  private static final int MOST_DEEP = 50;

  private static final Pattern WORD =
      Pattern.compile(
          "(?<blank>\\s+)"
              + "|(?<number>(\\d{1,40}(\\.\\d{0,40})?|\\.\\d{1,40})([eE][-+]?\\d{1,2})?%?)"
              + "|(?<text>'([^']|'')*')"
              + "|(?<quoted>\"[^\"]*\"|`[^`]*`)"
              + "|(?<name>[\\p{L}_][\\p{L}\\p{N}_]*(\\.[\\p{L}\\p{N}_]+)*)"
              + "|(?<sign><=|>=|<>|!=|[-+*/(),=<>])");

  private final Reading reading;
  private final Clause clause;
  private final String text;
  private final StringBuilder sql = new StringBuilder();
  private String before = "";
  private int depth;
  private boolean faulty;

  private ExpressionText(Reading reading, Clause clause, String text) {
    this.reading = reading;
    this.clause = clause;
    this.text = text;
  }

  /** The text as the parser of SQL takes it; empty where it cannot be one, which is reported. */
  static String sql(Reading reading, Clause clause, String text) {
    ExpressionText words = new ExpressionText(reading, clause, text);
    words.cut();
    return words.faulty ? "" : words.sql.toString().strip();
  }

  private void cut() {
    if (text.length() > MOST_CHARACTERS) {
      fault("expr.long", MOST_CHARACTERS);
      return;
    }
    Matcher word = WORD.matcher(text);
    int at = 0;
    while (at < text.length() && !faulty) {
      if (!word.find(at) || word.start() != at) {
        fault("expr.character", text.substring(at, text.offsetByCodePoints(at, 1)));
        return;
      }
      add(word);
      at = word.end();
    }
  }

  private void add(Matcher word) {
    if (word.group("blank") != null) {
      return;
    }
    String next = word.group();
    if (word.group("number") != null) {
      put(number(next));
    } else if (word.group("quoted") != null) {
      put(quoted(next.substring(1, next.length() - 1)));
    } else if (word.group("name") != null) {
      name(next, isCalled(word.end()));
    } else {
      sign(next);
    }
    before = next;
  }

  private boolean isCalled(int at) {
    return text.substring(at).stripLeading().startsWith("(");
  }

  private void name(String name, boolean called) {
    String upper = name.toUpperCase(Locale.ROOT);
    if (WORDS.contains(upper)) {
      if (upper.equals("BETWEEN") && before.equalsIgnoreCase("NOT")) {
        fault("expr.not-between");
      }
      put(upper);
    } else if (called) {
      if (!FUNCTIONS.contains(upper)) {
        fault("expr.function", name, String.join(", ", FUNCTIONS.stream().sorted().toList()));
      }
      put(upper);
    } else if (before.equals("(") && List.of("SELECT", "WITH", "VALUES").contains(upper)) {
      fault("expr.subquery");
    } else {
      put(quoted(name));
    }
  }

  private void sign(String sign) {
    if (sign.equals("(") && ++depth > MOST_DEEP) {
      fault("expr.deep", MOST_DEEP);
    }
    if (sign.equals(")")) {
      depth--;
    }
    put(sign);
  }

  private void put(String word) {
    sql.append(word).append(' ');
  }

  private static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  private static String number(String written) {
    boolean percent = written.endsWith("%");
    String digits = percent ? written.substring(0, written.length() - 1) : written;
    BigDecimal number = new BigDecimal(digits);
    return (percent ? number.movePointLeft(2) : number).toPlainString();
  }

  private void fault(String key, Object... arguments) {
    faulty = true;
    Object[] all = new Object[arguments.length + 1];
    all[0] = clause.path();
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    reading.fault(clause.line(), key, all);
  }
}
