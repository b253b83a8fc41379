package dev.partnerops.orders;

import java.util.Arrays;
import java.util.List;

/**
 * The sums of one scope, by place of the sum and entity; each thread has its own and they are
 * joined at the end.
 */
final class ScopeTotals {

  final long[][] sums;
  final long[] unattributed;
  final long[] overlapping;
  private final List<OrderSum> kinds;

  ScopeTotals(List<OrderSum> kinds, int entities, int roles) {
    this.kinds = kinds;
    sums = new long[kinds.size()][entities];
    for (int i = 0; i < sums.length; i++) {
      if (kinds.get(i).kind() == OrderSum.Kind.FIRST_PAID) {
        Arrays.fill(sums[i], OrderSum.NEVER);
      }
    }
    unattributed = new long[roles];
    overlapping = new long[roles];
  }

  void add(SegmentColumns columns, Selection selection, long asOfEnd) {
    for (int i = 0; i < sums.length; i++) {
      kinds.get(i).add(columns, selection, asOfEnd, sums[i]);
    }
  }

  void join(ScopeTotals other) {
    for (int i = 0; i < sums.length; i++) {
      for (int entity = 0; entity < sums[i].length; entity++) {
        sums[i][entity] = kinds.get(i).join(sums[i][entity], other.sums[i][entity]);
      }
    }
    for (int role = 0; role < unattributed.length; role++) {
      unattributed[role] += other.unattributed[role];
      overlapping[role] += other.overlapping[role];
    }
  }
}
