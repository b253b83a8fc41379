package dev.partnerops.crosscheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;

/** Two answers to one question. */
final class Alike {

  private Alike() {}

  /** Thousands of rows: only those that differ are worth reading. */
  static void check(List<String> actual, List<String> expected) {
    List<String> differing =
        IntStream.range(0, Math.min(actual.size(), expected.size()))
            .filter(row -> !actual.get(row).equals(expected.get(row)))
            .mapToObj(row -> "is " + actual.get(row) + "\nnot " + expected.get(row))
            .limit(5)
            .toList();

    assertThat(differing).isEmpty();
    assertThat(actual).hasSameSizeAs(expected).isNotEmpty();
  }
}
