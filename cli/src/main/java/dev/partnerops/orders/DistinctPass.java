package dev.partnerops.orders;

/**
 * Distinct counts of one kind for the windows of one family, exact: the rows of each entity are
 * laid side by side and each entity's are counted alone. Where they do not fit the memory given,
 * entities are taken in slices, each of which reads the segments again; an entity too large by
 * itself is counted without laying its rows out.
 */
abstract class DistinctPass {

  /** By the bits of two scopes, a count of one in the lower and in the upper half. */
  private static final long[] TALLIES = {0, 1, 1L << Integer.SIZE, 1L << Integer.SIZE | 1};

  private static final int TWO_BITS = 3;

  final MeasurePlan plan;
  final OrderSnapshot snapshot;
  final ScopeFamily family;
  private final KeptSelections kept;
  private final long[][] counts;

  DistinctPass(MeasurePlan plan, OrderSnapshot snapshot, ScopeFamily family, KeptSelections kept) {
    this.plan = plan;
    this.snapshot = snapshot;
    this.family = family;
    this.kept = kept;
    counts = new long[family.scopes.size()][plan.entities()];
  }

  /** Distinct counts by scope of the family and entity. */
  long[][] counts() {
    return counts;
  }

  /**
   * @param pairs by entity, how many pairs of row and entity there are
   */
  final void run(int[] pairs, long memoryBytes) {
    long most = Math.max(1, Math.min(memoryBytes / cellBytes(), Integer.MAX_VALUE - 16));
    int from = 0;
    while (from < pairs.length) {
      int to = from;
      long total = 0;
      while (to < pairs.length && (to == from || total + pairs[to] <= most)) {
        total += pairs[to++];
      }
      if (total > most) {
        countAlone(from, pairs[from], memoryBytes);
      } else if (total > 0) {
        count(new EntitySlice(from, to, pairs), (int) total);
      }
      from = to;
    }
  }

  /** Heap for one pair. */
  abstract int cellBytes();

  abstract void count(EntitySlice slice, int pairs);

  abstract void countAlone(int entity, long pairs, long memoryBytes);

  /** Takes the pairs of one segment; {@code bits[i]} are the scopes of the i-th. */
  interface PairSink {
    void accept(SegmentColumns columns, Selection pairs, int[] bits);
  }

  /** Reads all pairs, those of other entities among them. */
  final void read(PairSink sink) {
    SegmentScan scan = new SegmentScan(plan, snapshot, snapshot.segments().getFirst());
    Selection selection = new Selection();
    Selection known = new Selection();
    int[] bits = new int[OrderBlock.SEGMENT_ROWS];
    for (StoredSegment segment : snapshot.segments()) {
      if (family.mayHold(segment.header())) {
        scan.open(segment);
        if (kept.find(family, segment, known, bits)) {
          sink.accept(scan.columns(), known, bits);
        } else {
          bits = scan.select(family, selection, bits);
          sink.accept(scan.columns(), selection, bits);
        }
      }
    }
  }

  final void countBits(int entity, int bits) {
    addTallies(entity, firstTally(bits), secondTally(bits));
  }

  /** One for each of the first two scopes that the bits name, side by side, to be added up. */
  static long firstTally(int bits) {
    return TALLIES[bits & TWO_BITS];
  }

  /** The same of the third and fourth scope; a family has no more. */
  static long secondTally(int bits) {
    return TALLIES[bits >>> 2];
  }

  /** Takes what was added up of both tallies. */
  final void addTallies(int entity, long first, long second) {
    for (int scope = 0; scope < counts.length; scope++) {
      long tally = scope < 2 ? first : second;
      counts[scope][entity] += scope % 2 == 0 ? (int) tally : tally >>> Integer.SIZE;
    }
  }

  /** Where the rows of each entity of a slice are laid. */
  static final class EntitySlice {
    final int from;
    final int to;
    private final int[] starts;
    private final int[] next;

    EntitySlice(int from, int to, int[] pairs) {
      this.from = from;
      this.to = to;
      starts = new int[to - from];
      for (int entity = from + 1; entity < to; entity++) {
        starts[entity - from] = starts[entity - from - 1] + pairs[entity - 1];
      }
      next = starts.clone();
    }

    /** The next free cells of all entities, from the first of the slice: to be moved on. */
    int[] next() {
      return next;
    }

    /** The first cell of an entity. */
    int start(int entity) {
      return starts[entity - from];
    }

    /** Behind the last cell taken. */
    int end(int entity) {
      return next[entity - from];
    }
  }
}
