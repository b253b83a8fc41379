package dev.partnerops.auditing;

import dev.partnerops.output.ResultTable;
import dev.partnerops.store.Store;

/** Something that {@code check} looks after. */
interface Check {

  /** What {@code --fail-on} calls a finding of it. */
  String finding();

  Found find(Store store);

  /**
   * What was found.
   *
   * @param any whether there is a finding at all
   */
  record Found(ResultTable table, boolean any) {}
}
