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
    if (text.codePoints().noneMatch(SafeText::isHarmful)) {
      return text;
    }
    StringBuilder safe = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(codePoint -> {
          if (isHarmful(codePoint)) {
            escape(safe, codePoint);
          } else {
            safe.appendCodePoint(codePoint);
          }
        });
    return safe.toString();
  }

  /** As JSON and Java write it: {@code \u202e}; beyond 16 bits as two. */
  static void escape(StringBuilder safe, int codePoint) {
    for (char c : Character.toChars(codePoint)) {
      safe.append("\\u").append(Integer.toHexString(0x10000 | c), 1, 5);
    }
  }

  /** What a terminal would obey, or nobody would see. */
  static boolean isHarmful(int codePoint) {
    return switch (Character.getType(codePoint)) {
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
