package dev.partnerops.orders;

import java.sql.Connection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The orders that are not the same as of two batches: the versions that count as of one and not of
 * the other (RULES 5). Only segments with such versions are read; ids of amended orders are held in
 * memory, those of added ones are not.
 */
public final class OrderChanges {

  private final OrderSnapshot earlier;
  private final OrderSnapshot later;
  private final Map<Long, StoredSegment> segments = new TreeMap<>();
  private final Map<Long, StoredSegment> ofEarlier = new HashMap<>();
  private final Map<Long, StoredSegment> ofLater = new HashMap<>();

  private OrderChanges(OrderSnapshot earlier, OrderSnapshot later) {
    this.earlier = earlier;
    this.later = later;
    earlier.segments().forEach(segment -> ofEarlier.put(segment.number(), segment));
    later.segments().forEach(segment -> ofLater.put(segment.number(), segment));
    segments.putAll(ofEarlier);
    segments.putAll(ofLater);
  }

  /** Tells every change from one batch to another, each once, in no order that means anything. */
  public static void between(
      Connection connection, long from, long to, Consumer<OrderChange> changed) {
    if (from == to) {
      return;
    }
    try (OrderSnapshot earlier = OrderSnapshot.open(connection, from);
        OrderSnapshot later = OrderSnapshot.open(connection, to)) {
      new OrderChanges(earlier, later).tell(changed);
    }
  }

  private void tell(Consumer<OrderChange> changed) {
    Set<String> replaced = new HashSet<>();
    versions(ofEarlier, earlier, ofLater, later, row -> replaced.add(row.orderId));
    Set<String> amended = new HashSet<>();
    versions(
        ofLater,
        later,
        ofEarlier,
        earlier,
        row -> {
          boolean known = replaced.contains(row.orderId);
          if (known) {
            amended.add(row.orderId);
          }
          changed.accept(
              new OrderChange(known ? OrderChange.Kind.AMENDED : OrderChange.Kind.ADDED, row));
        });
    if (amended.size() < replaced.size()) {
      versions(
          ofEarlier,
          earlier,
          ofLater,
          later,
          row -> {
            if (!amended.contains(row.orderId)) {
              changed.accept(new OrderChange(OrderChange.Kind.GONE, row));
            }
          });
    }
  }

  /** The versions that count in one snapshot and not in the other. */
  private void versions(
      Map<Long, StoredSegment> in,
      OrderSnapshot snapshot,
      Map<Long, StoredSegment> out,
      OrderSnapshot other,
      Consumer<OrderRow> version) {
    RowTexts texts = new RowTexts(snapshot.store().ids(), snapshot.store().ownColumns());
    OrderRow row = texts.newRow();
    for (StoredSegment segment : segments.values()) {
      if (!in.containsKey(segment.number())) {
        continue;
      }
      RowBits hidden = snapshot.hidden(segment);
      boolean inBoth = out.containsKey(segment.number());
      RowBits hiddenThere = other.hidden(segment);
      OrderBlock block = null;
      for (int at = 0; at < segment.header().rows(); at++) {
        if (!hidden.has(at) && (!inBoth || hiddenThere.has(at))) {
          if (block == null) {
            block = OrderBlock.ofOrders(texts.ownColumns());
            snapshot.store().reader(segment).decodeInto(block);
          }
          texts.fill(block, at, row);
          version.accept(row);
        }
      }
    }
  }
}
