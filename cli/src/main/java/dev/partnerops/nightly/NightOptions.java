package dev.partnerops.nightly;

import dev.partnerops.importing.RejectLimit;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a night goes.
 *
 * @param inbox folder of the new files
 * @param autoApprove whether each new run is approved at once
 * @param by who makes the runs, and approves them
 * @param refresh whether proposals that wait are made anew
 * @param stopOnReject whether nothing is evaluated where a file was set aside
 * @param maxRejects of each file
 * @param completeTo the day orders must reach; null: the end of each period
 * @param programmes ids; empty: all
 * @param result where the result goes as well; null: the reports only
 * @param prometheus the textfile; null: none
 */
record NightOptions(
    Path inbox,
    boolean autoApprove,
    String by,
    boolean refresh,
    boolean stopOnReject,
    RejectLimit maxRejects,
    @Nullable LocalDate completeTo,
    List<String> programmes,
    @Nullable Path result,
    @Nullable Path prometheus) {

  NightOptions {
    programmes = List.copyOf(programmes);
  }
}
