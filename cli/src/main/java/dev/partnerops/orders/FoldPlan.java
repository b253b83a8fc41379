package dev.partnerops.orders;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which segments are folded together (RULES 5): those that cover the order id where most of them
 * overlap, but for the one of the largest run, which small imports should not write anew.
 */
final class FoldPlan {

  /** So many may overlap. */
  static final int MOST_OVERLAPPING = 64;

  /** Fewer than this would not become less. */
  private static final int LEAST_WORTH_FOLDING = 3;

  private static final int ROW_BYTES = Long.BYTES * (OrderColumn.values().length + 3);

  private FoldPlan() {}

  /** How many rows of segments fit so much memory. */
  static long rowsIn(long memoryBytes) {
    return memoryBytes / ROW_BYTES;
  }

  /** The segments by number; empty while not too many overlap. */
  static List<StoredSegment> choose(
      List<StoredSegment> segments, long rowsInMemory, int mostOverlapping) {
    List<StoredSegment> counted = segments.stream().filter(FoldPlan::counts).toList();
    List<StoredSegment> deepest = deepest(counted);
    if (deepest.size() <= mostOverlapping) {
      return List.of();
    }
    Map<Long, Long> rowsByRun = new HashMap<>();
    for (StoredSegment segment : segments) {
      rowsByRun.merge(run(segment), (long) segment.header().rows(), Long::sum);
    }
    deepest.remove(
        deepest.stream()
            .max(Comparator.comparing(segment -> rowsByRun.getOrDefault(run(segment), 0L)))
            .orElseThrow());
    deepest.sort(
        Comparator.comparingInt((StoredSegment segment) -> segment.header().rows())
            .thenComparingLong(StoredSegment::number));
    List<StoredSegment> chosen = new ArrayList<>();
    long rows = 0;
    for (StoredSegment segment : deepest) {
      rows += segment.header().rows();
      if (rows > rowsInMemory && chosen.size() >= LEAST_WORTH_FOLDING) {
        break;
      }
      chosen.add(segment);
    }
    chosen.sort(Comparator.comparingLong(StoredSegment::number));
    return chosen;
  }

  /** Full segments of history are never read but for an older state, and never become fewer. */
  private static boolean counts(StoredSegment segment) {
    return !segment.history() || segment.header().rows() < OrderBlock.SEGMENT_ROWS / 2;
  }

  /** Tells the segments of a batch from those of a folding. */
  private static long run(StoredSegment segment) {
    return segment.isFolded() ? -segment.fold() : segment.batch();
  }

  /** Those that cover one order id, where they are most. */
  private static List<StoredSegment> deepest(List<StoredSegment> segments) {
    List<StoredSegment> starts = new ArrayList<>(segments);
    starts.sort(Comparator.comparing(segment -> segment.header().least()));
    List<StoredSegment> ends = new ArrayList<>(segments);
    ends.sort(Comparator.comparing(segment -> segment.header().greatest()));
    int ended = 0;
    int most = 0;
    OrderKey place = null;
    for (int started = 0; started < starts.size(); started++) {
      OrderKey start = starts.get(started).header().least();
      while (ends.get(ended).header().greatest().compareTo(start) < 0) {
        ended++;
      }
      if (started + 1 - ended > most) {
        most = started + 1 - ended;
        place = start;
      }
    }
    List<StoredSegment> covering = new ArrayList<>();
    if (place != null) {
      for (StoredSegment segment : segments) {
        if (segment.header().overlaps(place, place)) {
          covering.add(segment);
        }
      }
    }
    return covering;
  }
}
