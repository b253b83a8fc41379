package dev.partnerops.paying;

import java.util.HashMap;
import java.util.Map;

/** Gives equal texts as one object: most entities are eligible for one of a few reasons. */
final class SharedTexts {

  /** Reasons that quote a number differ for each; then there is nothing to share. */
  private static final int MOST = 1_024;

  private final Map<String, String> known = new HashMap<>();

  String shared(String text) {
    if (known.size() >= MOST) {
      return known.getOrDefault(text, text);
    }
    return known.computeIfAbsent(text, fresh -> fresh);
  }
}
