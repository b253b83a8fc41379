package dev.partnerops.output;

import org.jline.utils.WCWidth;

/** How many terminal columns a text takes: Chinese characters take two, combining marks none. */
public final class DisplayWidth {

  private DisplayWidth() {}

  public static int of(String text) {
    int width = 0;
    for (int i = 0; i < text.length(); ) {
      int codePoint = text.codePointAt(i);
      width += codePoint < 0x7f ? 1 : Math.max(0, WCWidth.wcwidth(codePoint));
      i += Character.charCount(codePoint);
    }
    return width;
  }

  /** The text as far as it fits, with {@code …} for what does not. */
  public static String cut(String text, int columns) {
    if (of(text) <= columns) {
      return text;
    }
    StringBuilder kept = new StringBuilder();
    int width = 1;
    for (int i = 0; i < text.length(); ) {
      String next = Character.toString(text.codePointAt(i));
      width += of(next);
      if (width > columns) {
        break;
      }
      kept.append(next);
      i += next.length();
    }
    return kept.toString().stripTrailing() + "…";
  }
}
