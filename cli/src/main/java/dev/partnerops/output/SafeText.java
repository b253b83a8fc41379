package dev.partnerops.output;

/**
 * Keeps hostile text harmless: escapes for terminals, a leading quote for spreadsheets (SPEC
 * section 7, RULES 22).
 */
public final class SafeText {

  private static final String FORMULA_STARTS = "=+-@\t\r\n＝＋－＠";

  private SafeText() {}

  /** Control, bidirectional and other invisible characters as visible {@code \u001b}. */
  public static String forTerminal(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (isHarmful(text.charAt(i))) {
        return escaped(text);
      }
    }
    return text;
  }

  private static String escaped(String text) {
    StringBuilder safe = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isHarmful(c)) {
        safe.append("\\u").append(Integer.toHexString(0x10000 | c), 1, 5);
      } else {
        safe.append(c);
      }
    }
    return safe.toString();
  }

  private static boolean isHarmful(char c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }

  /** With a leading {@code '} where a spreadsheet would take the text for a formula. */
  public static String forSpreadsheet(String text) {
    return !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }
}
