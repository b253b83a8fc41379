package dev.partnerops.orders;

/**
 * A number added up for each entity.
 *
 * @param hours of the shipping sums, 0 elsewhere
 */
record OrderSum(Kind kind, int hours) {

  /** What is added up. */
  enum Kind {
    ORDERS,
    QUANTITY,
    COMMISSION,
    AMOUNT,
    REFUND,
    CANCELLED,
    COMPLETED,
    RATINGS,
    RATED,
    SHIP_DUE,
    SHIPPED_ON_TIME,
    /** The least time of payment: no sum, but kept like one. */
    FIRST_PAID
  }

  /**
   * One sum of every entity.
   *
   * @param stride how far apart the sums of two entities lie
   */
  @SuppressWarnings("ArrayRecordComponent") // a view, never compared
  record Cells(long[] cells, int stride, int place) {
    void add(int entity, long more) {
      int cell = entity * stride + place;
      cells[cell] = Math.addExact(cells[cell], more);
    }

    void least(int entity, long value) {
      int cell = entity * stride + place;
      cells[cell] = Math.min(cells[cell], value);
    }
  }

  /** Stands for "no payment yet" in {@link Kind#FIRST_PAID}. */
  static final long NEVER = Long.MAX_VALUE;

  private static final long HOUR_SECONDS = 3600;

  static OrderSum of(Kind kind) {
    return new OrderSum(kind, 0);
  }

  /** Adds the selected rows to what each entity has. */
  void add(SegmentColumns columns, Selection selection, long asOfEnd, Cells sums) {
    switch (kind) {
      case ORDERS -> {
        for (int i = 0; i < selection.count; i++) {
          sums.add(selection.entities[i], 1);
        }
      }
      case QUANTITY -> addValues(columns.values(OrderColumn.QUANTITY), 1, selection, sums);
      case COMMISSION -> addValues(columns.values(OrderColumn.COMMISSION), 0, selection, sums);
      case AMOUNT -> addValues(columns.values(OrderColumn.AMOUNT), 0, selection, sums);
      case REFUND -> addValues(columns.refunds(), 0, selection, sums);
      case CANCELLED -> countStatus(columns, OrderStatus.CANCELLED, selection, sums);
      case COMPLETED -> countStatus(columns, OrderStatus.COMPLETED, selection, sums);
      case RATINGS -> addValues(columns.values(OrderColumn.RATING), 0, selection, sums);
      case RATED -> {
        long[] ratings = columns.values(OrderColumn.RATING);
        for (int i = 0; i < selection.count; i++) {
          sums.add(selection.entities[i], ratings[selection.rows[i]] == OrderRow.ABSENT ? 0 : 1);
        }
      }
      case SHIP_DUE -> countShipping(columns, false, asOfEnd, selection, sums);
      case SHIPPED_ON_TIME -> countShipping(columns, true, asOfEnd, selection, sums);
      case FIRST_PAID -> {
        long[] paidAt = columns.values(OrderColumn.PAID_AT);
        for (int i = 0; i < selection.count; i++) {
          sums.least(selection.entities[i], paidAt[selection.rows[i]]);
        }
      }
    }
  }

  /** Joins what two threads have of an entity. */
  long join(long left, long right) {
    return kind == Kind.FIRST_PAID ? Math.min(left, right) : Math.addExact(left, right);
  }

  private static void addValues(long[] values, long ifAbsent, Selection selection, Cells sums) {
    for (int i = 0; i < selection.count; i++) {
      long value = values[selection.rows[i]];
      sums.add(selection.entities[i], value == OrderRow.ABSENT ? ifAbsent : value);
    }
  }

  private static void countStatus(
      SegmentColumns columns, OrderStatus status, Selection selection, Cells sums) {
    long[] statuses = columns.values(OrderColumn.STATUS);
    for (int i = 0; i < selection.count; i++) {
      sums.add(selection.entities[i], statuses[selection.rows[i]] == status.number() ? 1 : 0);
    }
  }

  /**
   * The deadline is clock hours after the payment; an order counts once it has passed (RULES 38).
   */
  private void countShipping(
      SegmentColumns columns, boolean onTime, long asOfEnd, Selection selection, Cells sums) {
    long[] paidAt = columns.values(OrderColumn.PAID_AT);
    long[] shippedAt = columns.times(OrderClock.SHIPPED);
    long[] statuses = columns.values(OrderColumn.STATUS);
    for (int i = 0; i < selection.count; i++) {
      int row = selection.rows[i];
      long deadline = paidAt[row] + hours * HOUR_SECONDS;
      boolean counts = deadline < asOfEnd && statuses[row] != OrderStatus.CANCELLED.number();
      boolean shipped = shippedAt[row] != OrderRow.ABSENT && shippedAt[row] <= deadline;
      sums.add(selection.entities[i], counts && (shipped || !onTime) ? 1 : 0);
    }
  }
}
