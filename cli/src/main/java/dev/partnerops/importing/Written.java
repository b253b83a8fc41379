package dev.partnerops.importing;

import java.time.LocalDate;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What an import wrote before it is published: which batches it builds on, and the days of its
 * rows.
 */
final class Written {

  final SortedSet<Long> buildsOn = new TreeSet<>();
  @Nullable LocalDate minDay;
  @Nullable LocalDate maxDay;

  void day(LocalDate day) {
    minDay = minDay == null || day.isBefore(minDay) ? day : minDay;
    maxDay = maxDay == null || day.isAfter(maxDay) ? day : maxDay;
  }
}
