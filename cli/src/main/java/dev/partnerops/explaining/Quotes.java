package dev.partnerops.explaining;

import dev.partnerops.programme.Programme;
import java.util.List;

/** Lines of a policy as its author wrote them. */
final class Quotes {

  /** Lines that a grant or a ladder may take before its last key. */
  private static final int LOOKED_AT = 40;

  private Quotes() {}

  /** A line, from 1, without what it is set in by; empty where there is none. */
  static String of(Programme edition, int line) {
    List<String> lines = edition.text().lines().toList();
    return line < 1 || line > lines.size() ? "" : lines.get(line - 1).strip();
  }

  /**
   * The line where a key stands within a clause that begins at a line; that one where it is not.
   */
  static int lineOf(Programme edition, int from, String key) {
    List<String> lines = edition.text().lines().toList();
    int last = Math.min(lines.size(), from + LOOKED_AT);
    for (int line = Math.max(1, from); line <= last; line++) {
      if (lines.get(line - 1).contains(key + ":")) {
        return line;
      }
    }
    return from;
  }
}
