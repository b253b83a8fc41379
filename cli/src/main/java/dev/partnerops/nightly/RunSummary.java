package dev.partnerops.nightly;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A run of this night, as its result tells it.
 *
 * @param status of the run now
 * @param counts by what was decided, as {@code action.upgrade}
 * @param entries booked in the ledger
 * @param reports files with its parts, from the workspace
 */
record RunSummary(
    String programme,
    String period,
    long run,
    String status,
    int entities,
    Map<String, Integer> counts,
    int entries,
    List<String> reports) {

  RunSummary {
    // Sorted by name already, which a copy would not keep.
    counts = new LinkedHashMap<>(counts);
    reports = List.copyOf(reports);
  }
}
