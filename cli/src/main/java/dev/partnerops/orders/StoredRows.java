package dev.partnerops.orders;

import dev.partnerops.orders.BatchTally.Fate;

/** Single values of a stored segment, beside the rows of a block that have the same ids. */
final class StoredRows {

  /** From so many rows on it is cheaper to unpack a column than to pick values. */
  private static final int WORTH_UNPACKING = 2048;

  private final SegmentHeader header;
  private final ColumnSource source;
  private final OrderBlock block;
  private final long[] unpacked;

  StoredRows(SegmentHeader header, ColumnSource source, OrderBlock block) {
    this.header = header;
    this.source = source;
    this.block = block;
    unpacked = new long[header.rows()];
  }

  /** Marks rows that differ from what is stored as amended; returns how many were not so before. */
  int compare(int column, int[] rows, int[] positions, Fate[] fates) {
    Values stored = values(column, rows.length);
    long[] values = block.values(column);
    int found = 0;
    for (int row : rows) {
      if (fates[row] == Fate.UNCHANGED && !stored.isSame(values[row], positions[row])) {
        fates[row] = Fate.AMENDED;
        found++;
      }
    }
    return found;
  }

  /** Gives the amended rows the stored value. */
  void fill(int column, int[] rows, int[] positions, Fate[] fates) {
    Values stored = values(column, rows.length);
    for (int row : rows) {
      if (fates[row] == Fate.AMENDED) {
        block.values(column)[row] = stored.take(positions[row]);
      }
    }
  }

  /** The stored values of one column. */
  private interface Values {
    boolean isSame(long value, int position);

    long take(int position);
  }

  private Values values(int column, int wanted) {
    if (!header.has(column)) {
      return new Numbers(position -> OrderRow.ABSENT);
    }
    byte[] content = source.content(column);
    if (OrderBlock.holdsTokens(column)) {
      TextPool pool = new TextPool();
      PackedTexts.decode(content, header.rows(), pool, unpacked);
      return new Tokens(block, pool, unpacked);
    }
    PackedLongs packed = PackedLongs.read(content, 0, header.rows());
    if (!PackedSegment.isRelative(column)) {
      return new Numbers(picker(packed, wanted));
    }
    PackedLongs paidAt =
        PackedLongs.read(source.content(OrderColumn.PAID_AT.number()), 0, header.rows());
    return new Numbers(position -> {
      long distance = packed.get(position);
      return distance == OrderRow.ABSENT ? distance : distance + paidAt.get(position);
    });
  }

  private Picker picker(PackedLongs packed, int wanted) {
    if (wanted < WORTH_UNPACKING) {
      return packed::get;
    }
    packed.decode(unpacked);
    return position -> unpacked[position];
  }

  /** One stored number. */
  private interface Picker {
    long at(int position);
  }

  private record Numbers(Picker numbers) implements Values {
    @Override
    public boolean isSame(long value, int position) {
      return numbers.at(position) == value;
    }

    @Override
    public long take(int position) {
      return numbers.at(position);
    }
  }

  @SuppressWarnings("ArrayRecordComponent") // carries bytes, is never compared
  private record Tokens(OrderBlock block, TextPool pool, long[] tokens) implements Values {
    @Override
    public boolean isSame(long value, int position) {
      long token = tokens[position];
      if (token >= 0 || value >= 0 || token == OrderRow.ABSENT || value == OrderRow.ABSENT) {
        return token == value;
      }
      return pool.compare((int) (-1 - token), block.texts, (int) (-1 - value)) == 0;
    }

    @Override
    public long take(int position) {
      long token = tokens[position];
      return token >= 0 || token == OrderRow.ABSENT
          ? token
          : -1L - block.texts.intern(pool, (int) (-1 - token));
    }
  }
}
