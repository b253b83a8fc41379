package dev.partnerops.importing;

import dev.partnerops.model.Message;
import java.util.Optional;

/** Ids: text that names something, kept as given (RULES 26). */
final class Ids {

  static final int MAX_CHARACTERS = 64;

  private Ids() {}

  /** Whether the text may be an id; {@link #problem} says why not. */
  static boolean isId(String text) {
    int length = text.length();
    if (length > MAX_CHARACTERS) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c < ' ' || (c >= '\u007f' && isHidden(c))) {
        return false;
      }
      if (c == '+' && i > 0 && isExponent(text, i)) {
        return false;
      }
    }
    return true;
  }

  static Optional<Message> problem(String text) {
    if (isId(text)) {
      return Optional.empty();
    }
    if (text.length() > MAX_CHARACTERS) {
      return Optional.of(
          Message.of("importing.cell.id-long", Quoted.text(text), text.length(), MAX_CHARACTERS));
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || (c >= '\u007f' && isHidden(c))) {
        return Optional.of(
            Message.of("importing.cell.id-hidden", Quoted.text(text), Quoted.codePoint(c)));
      }
    }
    return Optional.of(Message.of("importing.cell.id-damaged", Quoted.text(text)));
  }

  /** Control characters, and those that show nothing: two ids that look alike must be alike. */
  private static boolean isHidden(char c) {
    int type = Character.getType(c);
    return type == Character.CONTROL
        || type == Character.FORMAT
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR;
  }

  /** {@code 1.23457E+17}: what a spreadsheet leaves of a long number. */
  private static boolean isExponent(String text, int plus) {
    char before = text.charAt(plus - 1);
    if ((before != 'E' && before != 'e') || plus == 1 || plus == text.length() - 1) {
      return false;
    }
    boolean point = false;
    for (int i = 0; i < plus - 1; i++) {
      char c = text.charAt(i);
      if (c == '.' && !point && i > 0) {
        point = true;
      } else if (c < '0' || c > '9') {
        return false;
      }
    }
    for (int i = plus + 1; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }
}
