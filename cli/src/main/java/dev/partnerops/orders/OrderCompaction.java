package dev.partnerops.orders;

import dev.partnerops.store.StoreConnection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.function.LongConsumer;

/**
 * Folds all orders that are worth it (RULES 5, {@code store compact}): in the end the current
 * versions lie in full segments that do not overlap, numbers and texts apart, and superseded ones
 * in segments of history. Done a group of segments at a time, each published by itself: what was
 * finished before a kill stays.
 *
 * <p>The caller holds the writers' lock; the connection may be another one afterwards.
 */
public final class OrderCompaction implements AutoCloseable {

  /** A group is published after about so many full segments: a million versions. */
  private static final int MOST_AT_ONCE = 64;

  /** So many are folded together however little memory there is. */
  private static final int LEAST_AT_ONCE = 16;

  private final StoreConnection open;
  private final SegmentStore store;
  private final long rowsAtOnce;
  private final int mostOverlapping;
  private final Map<Long, Long> textBytes = new HashMap<>();

  /**
   * What there is to do.
   *
   * @param segments all there are
   * @param versions all there are, superseded ones too
   * @param dueVersions those worth writing anew
   */
  public record Survey(long segments, long versions, long dueVersions) {}

  OrderCompaction(StoreConnection open, int segmentsAtOnce, int mostOverlapping) {
    this.open = open;
    this.rowsAtOnce = (long) segmentsAtOnce * OrderBlock.SEGMENT_ROWS;
    this.mostOverlapping = mostOverlapping;
    SegmentSink.removeLeftovers(open);
    store = new SegmentStore(open::connection);
  }

  /**
   * Removes what an earlier writer left behind, and nothing else yet.
   *
   * @param memoryBytes bound of the segments that are in memory at once
   */
  public static OrderCompaction of(StoreConnection open, long memoryBytes) {
    long fit = FoldPlan.rowsIn(memoryBytes) / OrderBlock.SEGMENT_ROWS;
    int atOnce = Math.clamp(fit, LEAST_AT_ONCE, MOST_AT_ONCE);
    return new OrderCompaction(open, atOnce, Math.min(FoldPlan.MOST_OVERLAPPING, atOnce));
  }

  public Survey survey() {
    List<SurveyedSegment> surveyed = surveyed();
    return new Survey(
        surveyed.size(),
        surveyed.stream().mapToLong(SurveyedSegment::rows).sum(),
        CompactionPlan.dueRows(surveyed));
  }

  /**
   * Folds until nothing is worth it any more; how many versions were written anew.
   *
   * @param progress told that number after each group
   */
  public long run(LongConsumer progress) {
    long moved = 0;
    while (true) {
      List<StoredSegment> group = nextGroup();
      if (group.isEmpty()) {
        return moved;
      }
      SegmentFolding.fold(open, store, group);
      moved += group.stream().mapToLong(segment -> segment.header().rows()).sum();
      progress.accept(moved);
    }
  }

  /** Where too many overlap to be in memory together, first those; then from the least id on. */
  private List<StoredSegment> nextGroup() {
    List<SurveyedSegment> surveyed = surveyed();
    List<StoredSegment> crowded =
        FoldPlan.choose(
            surveyed.stream().map(SurveyedSegment::segment).toList(), rowsAtOnce, mostOverlapping);
    return crowded.isEmpty() ? CompactionPlan.next(surveyed, rowsAtOnce) : crowded;
  }

  private List<SurveyedSegment> surveyed() {
    NavigableSet<Long> visible = store.visibleBatches(Long.MAX_VALUE);
    // Not closed: that would close our store.
    OrderSnapshot now = OrderSnapshot.of(store, Long.MAX_VALUE);
    List<SurveyedSegment> surveyed = new ArrayList<>();
    for (StoredSegment segment : store.segments(store.publishedBatches())) {
      boolean counts = segment.isFolded() || visible.contains(segment.batch());
      int current = counts ? segment.header().rows() - now.hidden(segment).count() : 0;
      surveyed.add(new SurveyedSegment(segment, current, textBytes(segment)));
    }
    return surveyed;
  }

  /** Looked up where the number of rows does not say that it is full. */
  private long textBytes(StoredSegment segment) {
    return segment.header().rows() >= OrderBlock.SEGMENT_ROWS
        ? 0
        : textBytes.computeIfAbsent(segment.number(), number -> readTextBytes(segment));
  }

  private long readTextBytes(StoredSegment segment) {
    TextPool texts = new TextPool();
    long[] tokens = new long[segment.header().rows()];
    for (int column = 0; column < OrderColumn.MOST; column++) {
      if (OrderBlock.holdsTokens(column) && segment.header().has(column)) {
        store.reader(segment).decode(column, texts, tokens);
      }
    }
    return texts.byteLength();
  }

  @Override
  public void close() {
    store.close();
  }
}
