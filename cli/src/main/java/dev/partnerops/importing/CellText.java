package dev.partnerops.importing;

/**
 * What of a cell counts (RULES 26): no blanks around, no trailing tab, no {@code ="…"}; full-width
 * twins.
 */
final class CellText {

  private CellText() {}

  /** The cell without what spreadsheets and people put around it; empty for an absent value. */
  static String content(String cell) {
    int last = cell.length() - 1;
    if (last < 0 || (isInk(cell.charAt(0)) && isInk(cell.charAt(last)))) {
      return cell;
    }
    String inner = stripped(cell);
    if (inner.length() >= 3 && inner.startsWith("=\"") && inner.endsWith("\"")) {
      return stripped(inner.substring(2, inner.length() - 1));
    }
    return inner;
  }

  /** Nothing that might be cut off: nearly every cell begins and ends so. */
  private static boolean isInk(char c) {
    return c > ' ' && c <= '~' && c != '=';
  }

  private static String stripped(String cell) {
    int start = 0;
    int end = cell.length();
    while (start < end && isBlank(cell.charAt(start))) {
      start++;
    }
    while (end > start && (isBlank(cell.charAt(end - 1)) || cell.charAt(end - 1) == '\t')) {
      end--;
    }
    return cell.substring(start, end);
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\u3000' || c == '\u00a0';
  }

  /** Whether {@link #folded} would change anything. */
  static boolean hasFullWidth(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c >= '\uff01' && c <= '\uff5e') || c == '\u3000' || c == '\uffe5') {
        return true;
      }
    }
    return false;
  }

  /** Full-width digits, signs and blanks as their ASCII twins; for numbers, days and times only. */
  static String folded(String text) {
    char[] folded = text.toCharArray();
    for (int i = 0; i < folded.length; i++) {
      char c = folded[i];
      if (c >= '\uff01' && c <= '\uff5e') {
        folded[i] = (char) (c - 0xfee0);
      } else if (c == '\u3000') {
        folded[i] = ' ';
      } else if (c == '\uffe5') {
        folded[i] = '\u00a5';
      }
    }
    return new String(folded);
  }
}
