package dev.partnerops.importing;

import java.util.List;

/**
 * A row that was not taken.
 *
 * @param record as it stands in the file
 * @param faults everything that is wrong with it, at least one
 */
record Reject(CsvRecord record, List<Fault> faults) {

  Reject {
    faults = List.copyOf(faults);
  }

  Reject(CsvRecord record, Fault fault) {
    this(record, List.of(fault));
  }
}
