package dev.partnerops.orders;

/** Distinct ids that have codes, or days: numbers from 0 up to a known greatest. */
final class CodeDistinct extends DistinctPass {

  private final DistinctKind kind;
  private final DayTable days;
  private final int codes;
  private final int codeBits;

  CodeDistinct(
      MeasurePlan plan,
      OrderSnapshot snapshot,
      ScopeFamily family,
      DistinctKind kind,
      KeptSelections kept) {
    super(plan, snapshot, family, kept);
    this.kind = kind;
    days = dayTable(plan, snapshot, family);
    codes = kind == DistinctKind.DAYS ? days.days() : plan.ids.codes(kind.column());
    codeBits = Integer.SIZE - Integer.numberOfLeadingZeros(codes);
  }

  private static DayTable dayTable(MeasurePlan plan, OrderSnapshot snapshot, ScopeFamily family) {
    OrderClock clock = family.scopes.getFirst().key.clock();
    long least = Long.MAX_VALUE;
    long greatest = Long.MIN_VALUE;
    for (StoredSegment segment : snapshot.segments()) {
      if (family.mayHold(segment.header())) {
        least = Math.min(least, segment.header().leastTimes()[clock.place()]);
        greatest = Math.max(greatest, segment.header().greatestTimes()[clock.place()]);
      }
    }
    return least > greatest
        ? new DayTable(plan.days, 0, 0)
        : new DayTable(plan.days, least, greatest);
  }

  @Override
  int cellBytes() {
    return Integer.BYTES;
  }

  /** Codes by row, or the times that days are made of. */
  private long[] codesOrTimes(SegmentColumns columns) {
    return kind == DistinctKind.DAYS
        ? columns.times(family.scopes.getFirst().key.clock())
        : columns.values(kind.column());
  }

  /**
   * The code of a value.
   *
   * @param before that of the one before, near which a day lies
   */
  private int code(long codeOrTime, int before) {
    return kind == DistinctKind.DAYS ? days.place(codeOrTime, before) : (int) codeOrTime;
  }

  @Override
  void count(EntitySlice slice, int pairs) {
    int[] cells = new int[pairs];
    read((columns, selection, bits) -> lay(columns, selection, bits, slice, cells));
    byte[] seen = new byte[codes];
    int mask = (1 << codeBits) - 1;
    for (int entity = slice.from; entity < slice.to; entity++) {
      int end = slice.end(entity);
      long first = 0;
      long second = 0;
      for (int i = slice.start(entity); i < end; i++) {
        int code = cells[i] & mask;
        int bits = cells[i] >>> codeBits;
        int had = seen[code];
        int fresh = bits & ~had;
        seen[code] = (byte) (had | bits);
        first += firstTally(fresh);
        second += secondTally(fresh);
      }
      addTallies(entity, first, second);
      for (int i = slice.start(entity); i < end; i++) {
        seen[cells[i] & mask] = 0;
      }
    }
  }

  private void lay(
      SegmentColumns columns, Selection pairs, int[] bits, EntitySlice slice, int[] cells) {
    long[] found = codesOrTimes(columns);
    int[] rows = pairs.rows;
    int[] entities = pairs.entities;
    int[] next = slice.next();
    int count = pairs.count;
    int from = slice.from;
    int code = 0;
    for (int i = 0; i < count; i++) {
      long value = found[rows[i]];
      int place = entities[i] - from;
      if (value != OrderRow.ABSENT && place >= 0 && place < next.length) {
        code = code(value, code);
        cells[next[place]++] = code | bits[i] << codeBits;
      }
    }
  }

  @Override
  void countAlone(int entity, long pairs, long memoryBytes) {
    byte[] seen = new byte[codes];
    read((columns, selection, bits) -> {
      long[] found = codesOrTimes(columns);
      int code = 0;
      for (int i = 0; i < selection.count; i++) {
        long value = found[selection.rows[i]];
        if (value != OrderRow.ABSENT && selection.entities[i] == entity) {
          code = code(value, code);
          seen[code] |= (byte) bits[i];
        }
      }
    });
    for (byte bits : seen) {
      countBits(entity, bits);
    }
  }
}
