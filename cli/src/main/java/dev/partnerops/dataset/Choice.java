package dev.partnerops.dataset;

import java.util.List;

/**
 * A value that a {@link ColumnType#ONE_OF} column may hold: its English word and the Chinese it is
 * also written as.
 */
public record Choice(String word, List<String> chinese) {

  public Choice {
    chinese = List.copyOf(chinese);
  }

  static Choice of(String word, String... chinese) {
    return new Choice(word, List.of(chinese));
  }
}
