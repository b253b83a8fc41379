package dev.partnerops.importing;

/** Text of a file inside a message: short, and with nothing in it that a terminal would obey. */
final class Quoted {

  private static final int MAX_SHOWN = 60;

  private Quoted() {}

  static String text(String text) {
    boolean cut = text.codePointCount(0, text.length()) > MAX_SHOWN;
    StringBuilder quoted = new StringBuilder();
    text.codePoints()
        .limit(MAX_SHOWN)
        .forEach(c -> {
          if (Character.isISOControl(c)
              || Character.getType(c) == Character.FORMAT
              || Character.getType(c) == Character.LINE_SEPARATOR
              || Character.getType(c) == Character.PARAGRAPH_SEPARATOR) {
            quoted.append(codePoint(c));
          } else {
            quoted.appendCodePoint(c);
          }
        });
    return cut ? quoted + "…" : quoted.toString();
  }

  static String codePoint(int c) {
    String hex = Integer.toHexString(0x10000 | c);
    return "U+" + hex.substring(hex.length() - 4).toUpperCase(java.util.Locale.ROOT);
  }
}
