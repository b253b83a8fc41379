package dev.partnerops.output;

import org.jline.utils.WCWidth;

/** How many terminal columns a text takes: Chinese characters take two, combining marks none. */
final class DisplayWidth {

  private DisplayWidth() {}

  static int of(String text) {
    int width = 0;
    for (int i = 0; i < text.length(); ) {
      int codePoint = text.codePointAt(i);
      width += codePoint < 0x7f ? 1 : Math.max(0, WCWidth.wcwidth(codePoint));
      i += Character.charCount(codePoint);
    }
    return width;
  }
}
