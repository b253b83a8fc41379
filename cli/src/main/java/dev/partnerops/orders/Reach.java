package dev.partnerops.orders;

import java.util.List;
import java.util.Set;

/** Which entities the rows of a segment count for, in codes of the store. */
interface Reach {

  /** Names of the roles that are judged apart; one empty name but for providers. */
  List<String> roles();

  /**
   * Adds each row that exists with each entity it reaches.
   *
   * @param marks by row: bit r where it reaches an entity of the r-th role, bit 32 + r where more
   *     than one
   */
  void find(
      SegmentColumns columns, Set<OrderGrouping.Subject> subjects, Selection out, long[] marks);
}
