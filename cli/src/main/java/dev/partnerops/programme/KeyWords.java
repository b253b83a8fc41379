package dev.partnerops.programme;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The keys a mapping takes, in the order they are told of; those it must have; those of the
 * language that are refused by name.
 */
record KeyWords(Set<String> keys, List<String> required, Set<String> unbuilt) {

  KeyWords {
    keys = Collections.unmodifiableSet(new LinkedHashSet<>(keys));
    required = List.copyOf(required);
    unbuilt = Collections.unmodifiableSet(new LinkedHashSet<>(unbuilt));
  }

  /** From words: one written {@code key*} is required, one written {@code key!} is not built. */
  static KeyWords of(String words) {
    Set<String> keys = new LinkedHashSet<>();
    List<String> required = new ArrayList<>();
    Set<String> unbuilt = new LinkedHashSet<>();
    for (String word : words.split(" ", -1)) {
      String key =
          word.substring(0, word.length() - (word.endsWith("*") || word.endsWith("!") ? 1 : 0));
      (word.endsWith("!") ? unbuilt : keys).add(key);
      if (word.endsWith("*")) {
        required.add(key);
      }
    }
    return new KeyWords(keys, required, unbuilt);
  }
}
