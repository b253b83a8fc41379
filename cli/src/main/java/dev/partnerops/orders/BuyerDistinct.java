package dev.partnerops.orders;

import java.util.Arrays;

/**
 * Distinct buyers, whose ids have no codes in the store: numbers are themselves, texts get one for
 * each slice.
 */
final class BuyerDistinct extends DistinctPass {

  private static final int NUMBER_BYTES = 9;
  private static final int TABLE_BYTES = 40;
  private static final int TEXT_BYTES = 24;

  private final int textBytes;

  BuyerDistinct(MeasurePlan plan, OrderSnapshot snapshot, ScopeFamily family, KeptSelections kept) {
    super(plan, snapshot, family, kept);
    long rows = 0;
    long bytes = 0;
    for (StoredSegment segment : snapshot.segments()) {
      rows += segment.header().rows();
      bytes += segment.header().textBytes();
    }
    textBytes = bytes == 0 ? 0 : TEXT_BYTES + (int) (bytes / rows);
  }

  @Override
  int cellBytes() {
    return NUMBER_BYTES + textBytes;
  }

  @Override
  void count(EntitySlice slice, int pairs) {
    long[] cells = new long[pairs];
    byte[] cellBits = new byte[pairs];
    TextPool texts = new TextPool();
    read((columns, selection, bits) -> {
      BuyerTokens tokens = new BuyerTokens(columns, texts);
      int[] rows = selection.rows;
      int[] entities = selection.entities;
      int[] next = slice.next();
      int count = selection.count;
      int from = slice.from;
      for (int i = 0; i < count; i++) {
        int place = entities[i] - from;
        if (place >= 0 && place < next.length) {
          long token = tokens.at(rows[i]);
          if (token != OrderRow.ABSENT) {
            int cell = next[place]++;
            cells[cell] = token;
            cellBits[cell] = (byte) bits[i];
          }
        }
      }
    });
    LongTable seen = new LongTable();
    for (int entity = slice.from; entity < slice.to; entity++) {
      int end = slice.end(entity);
      seen.clear(end - slice.start(entity));
      long first = 0;
      long second = 0;
      for (int i = slice.start(entity); i < end; i++) {
        int fresh = seen.add(cells[i], cellBits[i]);
        first += firstTally(fresh);
        second += secondTally(fresh);
      }
      addTallies(entity, first, second);
    }
  }

  /** Buyers are taken by remainders of their hash, one after the other. */
  @Override
  void countAlone(int entity, long pairs, long memoryBytes) {
    long parts = Math.max(1, pairs * (TABLE_BYTES + textBytes) / Math.max(1, memoryBytes));
    for (long part = 0; part < parts; part++) {
      LongTable seen = new LongTable();
      TextPool texts = new TextPool();
      long remainder = part;
      read((columns, selection, bits) -> {
        BuyerTokens tokens = new BuyerTokens(columns, texts);
        for (int i = 0; i < selection.count; i++) {
          if (selection.entities[i] == entity && tokens.isIn(selection.rows[i], parts, remainder)) {
            countBits(entity, seen.add(tokens.at(selection.rows[i]), bits[i]));
          }
        }
      });
    }
  }

  /** The buyers of one segment in the numbers of a slice. */
  private static final class BuyerTokens {
    private final long[] buyers;
    private final TextPool segmentTexts;
    private final TextPool sliceTexts;
    private final long[] known;

    BuyerTokens(SegmentColumns columns, TextPool sliceTexts) {
      buyers = columns.values(OrderColumn.BUYER_ID);
      segmentTexts = columns.texts();
      this.sliceTexts = sliceTexts;
      known = new long[segmentTexts.size()];
      Arrays.fill(known, OrderRow.ABSENT);
    }

    long at(int row) {
      long token = buyers[row];
      if (token >= 0 || token == OrderRow.ABSENT) {
        return token;
      }
      int text = (int) (-1 - token);
      if (known[text] == OrderRow.ABSENT) {
        known[text] = -1L - sliceTexts.intern(segmentTexts, text);
      }
      return known[text];
    }

    boolean isIn(int row, long parts, long remainder) {
      long token = buyers[row];
      if (token == OrderRow.ABSENT) {
        return false;
      }
      long hash = token >= 0 ? token : segmentTexts.hash((int) (-1 - token));
      return Long.remainderUnsigned(LongTable.hash(hash) >>> 7, parts) == remainder;
    }
  }
}
