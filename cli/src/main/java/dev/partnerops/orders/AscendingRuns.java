package dev.partnerops.orders;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Segments as few runs in each of which they ascend without overlapping: a merge of the runs holds
 * one segment of each in memory, however many there are.
 */
final class AscendingRuns {

  private AscendingRuns() {}

  /** As many runs as overlap where most do. */
  static List<List<StoredSegment>> of(List<StoredSegment> segments) {
    List<StoredSegment> ascending = new ArrayList<>(segments);
    ascending.sort(Comparator.comparing(segment -> segment.header().least()));
    List<List<StoredSegment>> runs = new ArrayList<>();
    for (StoredSegment segment : ascending) {
      List<StoredSegment> place = null;
      for (List<StoredSegment> run : runs) {
        OrderKey end = run.getLast().header().greatest();
        if (place == null && end.compareTo(segment.header().least()) < 0) {
          place = run;
        }
      }
      if (place == null) {
        place = new ArrayList<>();
        runs.add(place);
      }
      place.add(segment);
    }
    return runs;
  }
}
