package dev.partnerops.metrics;

import java.util.ArrayList;
import java.util.List;

/**
 * One SQL statement as its named parameters make it: {@code :name} replaced by {@code ?}, with the
 * names in the order of their places. Text in quotes is left alone, and so is the cast {@code ::};
 * comments are dropped.
 *
 * @param jdbc the statement with {@code ?} for each parameter
 * @param parameters one a {@code ?}, by place
 * @param more whether another statement follows after a semicolon
 */
public record SqlText(String jdbc, List<Parameter> parameters, boolean more) {

  /**
   * A named parameter and its line in the text, from 1; a bare {@code ?} has the name {@code ?}.
   */
  public record Parameter(String name, int line) {}

  public SqlText {
    parameters = List.copyOf(parameters);
  }

  static SqlText scan(String text) {
    return new Scanner(text).scan();
  }

  private static final class Scanner {
    private final String text;
    private final StringBuilder jdbc = new StringBuilder();
    private final List<Parameter> parameters = new ArrayList<>();
    private int at;
    private int line = 1;
    private boolean ended;
    private boolean more;

    Scanner(String text) {
      this.text = text;
    }

    SqlText scan() {
      while (at < text.length()) {
        step();
      }
      return new SqlText(jdbc.toString(), parameters, more);
    }

    private void step() {
      if (starts("--") || starts("//")) {
        skipTo(text.indexOf('\n', at));
      } else if (starts("/*")) {
        skipTo(endOfBlockComment());
      } else if (starts("$$")) {
        copyStatementTo(text.indexOf("$$", at + 2), 2);
      } else if (starts("'") || starts("\"") || starts("`")) {
        copyStatementTo(text.indexOf(text.charAt(at), at + 1), 1);
      } else if (starts("::")) {
        copyStatementTo(at + 2, 0);
      } else if (starts(";")) {
        ended = true;
        at++;
      } else if (starts("?")) {
        parameter("?", at + 1);
      } else if (starts(":") && at + 1 < text.length() && isNameStart(text.charAt(at + 1))) {
        int end = at + 1;
        while (end < text.length() && isNamePart(text.charAt(end))) {
          end++;
        }
        parameter(text.substring(at + 1, end), end);
      } else if (Character.isWhitespace(text.charAt(at))) {
        copyTo(at + 1, 0);
      } else {
        copyStatementTo(at + 1, 0);
      }
    }

    private void parameter(String name, int end) {
      more |= ended;
      parameters.add(new Parameter(name, line));
      jdbc.append('?');
      at = end;
    }

    private void copyStatementTo(int end, int closing) {
      more |= ended;
      copyTo(end, closing);
    }

    /**
     * Copies up to {@code end} and the closing sign after it; to the end of the text where it is
     * negative.
     */
    private void copyTo(int end, int closing) {
      int stop = end < 0 ? text.length() : end + closing;
      for (; at < stop; at++) {
        char next = text.charAt(at);
        if (next == '\n') {
          line++;
        }
        jdbc.append(next);
      }
    }

    /** Leaves a comment out, but not its line ends, so that a fault keeps its line. */
    private void skipTo(int end) {
      int stop = end < 0 ? text.length() : end;
      jdbc.append(' ');
      for (; at < stop; at++) {
        if (text.charAt(at) == '\n') {
          line++;
          jdbc.append('\n');
        }
      }
    }

    private int endOfBlockComment() {
      int depth = 0;
      for (int i = at; i + 1 < text.length(); i++) {
        if (text.startsWith("/*", i)) {
          depth++;
          i++;
        } else if (text.startsWith("*/", i)) {
          depth--;
          i++;
          if (depth == 0) {
            return i + 1;
          }
        }
      }
      return -1;
    }

    private boolean starts(String sign) {
      return text.startsWith(sign, at);
    }

    private static boolean isNameStart(char sign) {
      return sign == '_' || Character.isLetter(sign);
    }

    private static boolean isNamePart(char sign) {
      return isNameStart(sign) || Character.isDigit(sign);
    }
  }
}
