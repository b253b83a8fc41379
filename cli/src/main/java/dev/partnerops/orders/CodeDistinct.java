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
    codes = kind == DistinctKind.DAYS ? days.days() : plan.ids.pool(kind.column()).size();
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

  /** Codes by row, days made from times. */
  private long[] codes(SegmentColumns columns, Selection pairs) {
    if (kind != DistinctKind.DAYS) {
      return columns.values(kind.column());
    }
    long[] times = columns.times(family.scopes.getFirst().key.clock());
    long[] places = new long[OrderBlock.SEGMENT_ROWS];
    for (int i = 0; i < pairs.count; i++) {
      places[pairs.rows[i]] = days.place(times[pairs.rows[i]]);
    }
    return places;
  }

  @Override
  void count(EntitySlice slice, int pairs) {
    int[] cells = new int[pairs];
    read((columns, selection, bits) -> lay(columns, selection, bits, slice, cells));
    byte[] seen = new byte[codes];
    int mask = (1 << codeBits) - 1;
    for (int entity = slice.from; entity < slice.to; entity++) {
      for (int i = slice.start(entity); i < slice.end(entity); i++) {
        int code = cells[i] & mask;
        int bits = cells[i] >>> codeBits;
        int fresh = bits & ~seen[code];
        if (fresh != 0) {
          seen[code] |= (byte) bits;
          countBits(entity, fresh);
        }
      }
      for (int i = slice.start(entity); i < slice.end(entity); i++) {
        seen[cells[i] & mask] = 0;
      }
    }
  }

  private void lay(
      SegmentColumns columns, Selection pairs, int[] bits, EntitySlice slice, int[] cells) {
    long[] codesByRow = codes(columns, pairs);
    for (int i = 0; i < pairs.count; i++) {
      long code = codesByRow[pairs.rows[i]];
      if (code != OrderRow.ABSENT && slice.has(pairs.entities[i])) {
        cells[slice.take(pairs.entities[i])] = (int) code | bits[i] << codeBits;
      }
    }
  }

  @Override
  void countAlone(int entity, long pairs, long memoryBytes) {
    byte[] seen = new byte[codes];
    read((columns, selection, bits) -> {
      long[] codesByRow = codes(columns, selection);
      for (int i = 0; i < selection.count; i++) {
        long code = codesByRow[selection.rows[i]];
        if (code != OrderRow.ABSENT && selection.entities[i] == entity) {
          seen[(int) code] |= (byte) bits[i];
        }
      }
    });
    for (byte bits : seen) {
      countBits(entity, bits);
    }
  }
}
