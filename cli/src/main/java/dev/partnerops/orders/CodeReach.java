package dev.partnerops.orders;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Entities told by the code in one column: the entity itself, or what its merchant belongs to. */
final class CodeReach implements Reach {

  private static final int NOBODY = -1;

  private final OrderColumn column;
  private final int[] entityOfCode;

  private CodeReach(OrderColumn column, int codes) {
    this.column = column;
    entityOfCode = new int[codes];
    Arrays.fill(entityOfCode, NOBODY);
  }

  static CodeReach of(OrderGrouping.ByColumn grouping, StoreIds ids) {
    TextPool pool = ids.pool(grouping.column());
    CodeReach reach = new CodeReach(grouping.column(), pool.size());
    for (int entity = 0; entity < grouping.ids().size(); entity++) {
      reach.set(pool.find(grouping.ids().get(entity)), entity);
    }
    return reach;
  }

  static CodeReach of(OrderGrouping.ByMerchant grouping, StoreIds ids) {
    TextPool pool = ids.pool(OrderColumn.MERCHANT_ID);
    CodeReach reach = new CodeReach(OrderColumn.MERCHANT_ID, pool.size());
    for (Map.Entry<String, Integer> merchant : grouping.entityOfMerchant().entrySet()) {
      reach.set(pool.find(merchant.getKey()), merchant.getValue());
    }
    return reach;
  }

  private void set(int code, int entity) {
    if (code >= 0) {
      entityOfCode[code] = entity;
    }
  }

  @Override
  public List<String> roles() {
    return List.of("");
  }

  @Override
  public void find(
      SegmentColumns columns, Set<OrderGrouping.Subject> subjects, Selection out, long[] marks) {
    long[] codes = columns.values(column);
    int[] rows = columns.rows();
    int count = columns.count();
    // A segment's rows fit, each at most once.
    int[] foundRows = out.rows;
    int[] foundEntities = out.entities;
    int found = out.count;
    for (int i = 0; i < count; i++) {
      int row = rows[i];
      long code = codes[row];
      int entity = code == OrderRow.ABSENT ? NOBODY : entityOfCode[(int) code];
      marks[row] = entity == NOBODY ? 0 : 1;
      if (entity != NOBODY) {
        foundRows[found] = row;
        foundEntities[found++] = entity;
      }
    }
    out.count = found;
  }
}
