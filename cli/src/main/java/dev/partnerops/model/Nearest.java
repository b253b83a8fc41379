package dev.partnerops.model;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** The known names that a mistyped one most likely meant: what a message offers instead. */
public final class Nearest {

  private static final int MOST = 3;

  /** A shorter word is a piece of too many names. */
  private static final int PIECE = 4;

  private Nearest() {}

  /**
   * At most three candidates, nearest first: those within a third of the word's length of edits, at
   * least one, or of which one is a piece of the other; often none.
   */
  public static List<String> to(String word, Collection<String> candidates) {
    int tolerance = word.length() < 3 ? 0 : Math.max(1, word.length() / 3);
    return candidates.stream()
        .distinct()
        .filter(
            candidate -> edits(word, candidate) <= tolerance || isPieceOfTheOther(word, candidate))
        .sorted(
            Comparator.comparingInt((String candidate) -> edits(word, candidate))
                .thenComparing(EntityId::compareBytes))
        .limit(MOST)
        .toList();
  }

  /** Those, or all candidates in order where none is near; joined by commas. */
  public static String orAll(String word, Collection<String> candidates) {
    List<String> near = to(word, candidates);
    return String.join(
        ", ", near.isEmpty() ? candidates.stream().sorted(EntityId::compareBytes).toList() : near);
  }

  private static boolean isPieceOfTheOther(String word, String candidate) {
    return Math.min(word.length(), candidate.length()) >= PIECE
        && (candidate.contains(word) || word.contains(candidate));
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
