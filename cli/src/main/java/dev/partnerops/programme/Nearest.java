package dev.partnerops.programme;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** The known names that a mistyped one most likely meant. */
public final class Nearest {

  private static final int MOST = 3;

  private Nearest() {}

  /**
   * At most three candidates within a third of the word's length of edits, nearest first; often
   * none.
   */
  public static List<String> to(String word, Collection<String> candidates) {
    int tolerance = word.length() < 3 ? 0 : Math.max(1, word.length() / 3);
    return candidates.stream()
        .distinct()
        .filter(candidate -> edits(word, candidate) <= tolerance)
        .sorted(
            Comparator.comparingInt((String candidate) -> edits(word, candidate))
                .thenComparing(Comparator.naturalOrder()))
        .limit(MOST)
        .toList();
  }

  /**
   * Insertions, deletions, replacements and swaps of neighbours that lead from one word to the
   * other.
   */
  private static int edits(String from, String to) {
    int[][] cost = new int[from.length() + 1][to.length() + 1];
    for (int i = 0; i <= from.length(); i++) {
      for (int j = 0; j <= to.length(); j++) {
        cost[i][j] = i == 0 || j == 0 ? i + j : step(cost, from, to, i, j);
      }
    }
    return cost[from.length()][to.length()];
  }

  private static int step(int[][] cost, String from, String to, int i, int j) {
    boolean same = from.charAt(i - 1) == to.charAt(j - 1);
    int least =
        Math.min(cost[i - 1][j - 1] + (same ? 0 : 1), Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
    boolean swapped =
        i > 1
            && j > 1
            && from.charAt(i - 1) == to.charAt(j - 2)
            && from.charAt(i - 2) == to.charAt(j - 1);
    return swapped ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
  }
}
