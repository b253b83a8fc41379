package dev.partnerops.orders;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** All versions of one order. */
public final class OrderHistory {

  private OrderHistory() {}

  /**
   * Oldest first, as of a batch; empty where the order is not known. Withdrawn versions do not
   * count.
   */
  public static List<OrderVersion> of(Connection connection, long batch, String orderId) {
    try (OrderSnapshot snapshot = OrderSnapshot.open(connection, batch)) {
      RowTexts texts = new RowTexts(snapshot.store().ids(), snapshot.store().ownColumns());
      OrderKey key = OrderKey.of(orderId);
      OrderBlock wanted = OrderBlock.ofIds();
      wanted.resize(1);
      wanted.values(OrderColumn.ORDER_ID)[0] = wanted.token(orderId);
      List<OrderVersion> versions = new ArrayList<>();
      for (StoredSegment segment : snapshot.segmentsWithHistory()) {
        if (segment.header().overlaps(key, key)) {
          IdIndex ids = new IdIndex(snapshot.store().reader(segment));
          int position = ids.lowerBound(0, wanted, 0);
          while (ids.holds(position, wanted, 0)) {
            if (!snapshot.absent(segment).has(position)) {
              versions.add(version(snapshot, segment, position, texts));
            }
            position++;
          }
        }
      }
      versions.sort(Comparator.comparingLong(OrderVersion::batch));
      return linked(versions);
    }
  }

  /** Each version is superseded by the next: an order has at most one a batch. */
  private static List<OrderVersion> linked(List<OrderVersion> versions) {
    List<OrderVersion> linked = new ArrayList<>();
    for (int i = 0; i < versions.size(); i++) {
      OrderVersion version = versions.get(i);
      long next = i + 1 < versions.size() ? versions.get(i + 1).batch() : 0;
      linked.add(new OrderVersion(version.batch(), next, version.ownColumns(), version.row()));
    }
    return linked;
  }

  private static OrderVersion version(
      OrderSnapshot snapshot, StoredSegment segment, int position, RowTexts texts) {
    OrderBlock block = OrderBlock.ofOrders(texts.ownColumns());
    snapshot.store().reader(segment).decodeInto(block);
    OrderRow row = texts.newRow();
    texts.fill(block, position, row);
    long batch = snapshot.store().batches(segment)[position];
    return new OrderVersion(batch, 0, texts.ownNames(), row);
  }
}
