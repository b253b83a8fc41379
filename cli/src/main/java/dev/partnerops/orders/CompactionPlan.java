package dev.partnerops.orders;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What of a store is worth writing anew (RULES 5, {@code store compact}): segments with current
 * versions that overlap or hold superseded ones too, with what is not full beside them; and what is
 * not full where fewer would do. A full segment of current versions that none overlaps stays, and
 * one of history.
 *
 * <p>Folding what {@link #next} says until it says nothing comes to an end: of each group at least
 * half becomes full and is overlapped by nothing that is left, or segments become fewer.
 */
final class CompactionPlan {

  private CompactionPlan() {}

  /**
   * Segments to be folded together, about so many rows, or as many as overlap where that is more;
   * empty where nothing is worth it.
   */
  static List<StoredSegment> next(List<SurveyedSegment> all, long rowsAtOnce) {
    List<List<SurveyedSegment>> due = due(all);
    if (due.isEmpty()) {
      return List.of();
    }
    List<SurveyedSegment> first = due.getFirst();
    return first.subList(0, end(first, rowsAtOnce)).stream().map(SurveyedSegment::segment).toList();
  }

  /** How many versions lie in segments that are worth writing anew. */
  static long dueRows(List<SurveyedSegment> all) {
    return due(all).stream().flatMap(List::stream).mapToLong(SurveyedSegment::rows).sum();
  }

  private static int end(List<SurveyedSegment> section, long rowsAtOnce) {
    long rows = 0;
    for (int end = 1; end < section.size(); end++) {
      rows += section.get(end - 1).rows();
      if (rows >= rowsAtOnce && 2 * settledRows(section, end) >= rows) {
        return end;
      }
    }
    return section.size();
  }

  /** Of what comes before a place, the rows that nothing from there on overlaps. */
  private static long settledRows(List<SurveyedSegment> section, int place) {
    OrderKey next = section.get(place).segment().header().least();
    return section.subList(0, place).stream()
        .filter(
            each -> each.isHistoryAlone() || each.segment().header().greatest().compareTo(next) < 0)
        .mapToLong(SurveyedSegment::rows)
        .sum();
  }

  /** Each list ascends. */
  private static List<List<SurveyedSegment>> due(List<SurveyedSegment> all) {
    List<SurveyedSegment> ascending = new ArrayList<>(all);
    ascending.sort(Comparator.comparing(each -> each.segment().header().least()));
    List<List<SurveyedSegment>> due =
        dueOfCurrent(ascending.stream().filter(each -> !each.isHistoryAlone()).toList());
    for (boolean text : new boolean[] {false, true}) {
      List<SurveyedSegment> history =
          ascending.stream()
              .filter(each -> each.isHistoryAlone() && each.isText() == text && !each.isFull())
              .toList();
      if (wouldBeFewer(history)) {
        due.add(history);
      }
    }
    return due;
  }

  private static List<List<SurveyedSegment>> dueOfCurrent(List<SurveyedSegment> current) {
    Sections sections = new Sections();
    int from = 0;
    while (from < current.size()) {
      int to = clusterEnd(current, from);
      sections.add(current.subList(from, to));
      from = to;
    }
    sections.end();
    return sections.due;
  }

  /** Behind all that overlap the one at a place, or one another. */
  private static int clusterEnd(List<SurveyedSegment> ascending, int from) {
    OrderKey greatest = ascending.get(from).segment().header().greatest();
    int to = from + 1;
    while (to < ascending.size()
        && ascending.get(to).segment().header().least().compareTo(greatest) <= 0) {
      OrderKey end = ascending.get(to).segment().header().greatest();
      greatest = end.compareTo(greatest) > 0 ? end : greatest;
      to++;
    }
    return to;
  }

  /** Of what is written in one go all but the last is full. */
  private static boolean wouldBeFewer(List<SurveyedSegment> segments) {
    long rows = segments.stream().mapToLong(SurveyedSegment::rows).sum();
    long bytes = segments.stream().mapToLong(SurveyedSegment::textBytes).sum();
    long most = 1 + rows / OrderBlock.SEGMENT_ROWS + bytes / OrderBlock.SEGMENT_TEXT_BYTES;
    return most < segments.size();
  }

  /** What lies between full segments that stay, where any of it is worth it. */
  private static final class Sections {
    private final List<List<SurveyedSegment>> due = new ArrayList<>();
    private List<SurveyedSegment> section = new ArrayList<>();
    private boolean isMixed;

    /** Segments that overlap one another. */
    void add(List<SurveyedSegment> cluster) {
      SurveyedSegment first = cluster.getFirst();
      boolean isSettled = cluster.size() == 1 && first.isCurrentAlone();
      if (isSettled && first.isFull()) {
        end();
        return;
      }
      if (!section.isEmpty() && section.getLast().isText() != first.isText()) {
        end();
      }
      section.addAll(cluster);
      isMixed |= !isSettled;
    }

    void end() {
      if (isMixed || wouldBeFewer(section)) {
        due.add(section);
      }
      section = new ArrayList<>();
      isMixed = false;
    }
  }
}
