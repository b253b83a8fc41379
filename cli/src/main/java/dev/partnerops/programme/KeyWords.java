package dev.partnerops.programme;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The keys a mapping takes, in the order they are told of, and those it must have. */
record KeyWords(Set<String> keys, List<String> required) {

  KeyWords {
    keys = Collections.unmodifiableSet(new LinkedHashSet<>(keys));
    required = List.copyOf(required);
  }

  /** From words: one written {@code key*} is required. */
  static KeyWords of(String words) {
    Set<String> keys = new LinkedHashSet<>();
    List<String> required = new ArrayList<>();
    for (String word : words.split(" ", -1)) {
      String key = word.substring(0, word.length() - (word.endsWith("*") ? 1 : 0));
      keys.add(key);
      if (word.endsWith("*")) {
        required.add(key);
      }
    }
    return new KeyWords(keys, required);
  }
}
