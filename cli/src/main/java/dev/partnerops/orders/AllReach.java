package dev.partnerops.orders;

import java.util.List;
import java.util.Set;

/** One entity, which every order counts for. */
final class AllReach implements Reach {

  @Override
  public List<String> roles() {
    return List.of("");
  }

  @Override
  public void find(
      SegmentColumns columns, Set<OrderGrouping.Subject> subjects, Selection out, long[] marks) {
    int[] rows = columns.rows();
    for (int i = 0; i < columns.count(); i++) {
      marks[rows[i]] = 1;
      out.add(rows[i], 0);
    }
  }
}
