package dev.partnerops.metrics;

import dev.partnerops.model.EntityId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The known names most like one that is not known: what a message offers instead. */
final class Nearest {

  private static final int OFFERED = 3;

  private record Candidate(String name, int distance) {}

  private Nearest() {}

  /**
   * Up to three names, the nearest first, joined by commas; all of them where none is near and
   * there are few.
   */
  static String to(String unknown, Collection<String> known) {
    List<String> near = near(unknown, known);
    return String.join(
        ", ", near.isEmpty() ? known.stream().sorted(EntityId::compareBytes).toList() : near);
  }

  /** Up to three names, the nearest first; none where none is near. */
  static List<String> near(String unknown, Collection<String> known) {
    List<Candidate> near = new ArrayList<>();
    for (String name : known) {
      int distance = distance(unknown, name);
      if (distance <= Math.max(2, unknown.length() / 3) || isPart(unknown, name)) {
        near.add(new Candidate(name, distance));
      }
    }
    near.sort((left, right) ->
        left.distance != right.distance
            ? Integer.compare(left.distance, right.distance)
            : EntityId.compareBytes(left.name, right.name));
    return near.stream().limit(OFFERED).map(Candidate::name).toList();
  }

  private static boolean isPart(String unknown, String name) {
    return unknown.length() >= 4 && (name.contains(unknown) || unknown.contains(name));
  }

  /** Edits (insert, delete, replace) from one word to the other. */
  private static int distance(String from, String to) {
    int[] before = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      before[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int[] now = new int[to.length() + 1];
      now[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int replaced = before[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        now[j] = Math.min(replaced, Math.min(before[j], now[j - 1]) + 1);
      }
      before = now;
    }
    return before[to.length()];
  }
}
