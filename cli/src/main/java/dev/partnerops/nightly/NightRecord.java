package dev.partnerops.nightly;

import dev.partnerops.store.Store;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What this night did so far. A night that was cut short is gone on with: under its own number for
 * the same as-of day, else by a night that takes its steps over. A night exists once it has a step.
 */
final class NightRecord {

  private final NightStore nights;
  private final long night;
  private final LocalDate asOf;
  private final @Nullable Long continues;
  private final boolean repeated;
  private final List<Step> steps;

  private NightRecord(
      NightStore nights,
      long night,
      LocalDate asOf,
      @Nullable Long continues,
      boolean repeated,
      List<Step> steps) {
    this.nights = nights;
    this.night = night;
    this.asOf = asOf;
    this.continues = continues;
    this.repeated = repeated;
    this.steps = new ArrayList<>(steps);
  }

  static NightRecord open(Store store, LocalDate asOf) {
    NightStore nights = new NightStore(store.sql());
    Optional<NightStore.Recorded> last = nights.findLast();
    if (last.isEmpty()) {
      return new NightRecord(nights, 1, asOf, null, false, List.of());
    }
    long number = last.get().night();
    boolean sameDay = last.get().asOf().equals(asOf);
    if (last.get().finished()) {
      return new NightRecord(nights, number + 1, asOf, null, sameDay, List.of());
    }
    List<Step> steps = nights.steps(number);
    return sameDay
        ? new NightRecord(nights, number, asOf, null, false, steps)
        : new NightRecord(nights, number + 1, asOf, number, false, steps);
  }

  long night() {
    return night;
  }

  LocalDate asOf() {
    return asOf;
  }

  /** Whether an earlier night of the same day had ended and this one has found nothing new. */
  boolean isNothingNew() {
    return repeated && steps.isEmpty();
  }

  /** Whether a night that was cut short is gone on with. */
  boolean isResumed() {
    return !steps.isEmpty();
  }

  /** Notes a step in the transaction that is open. */
  void add(Step step) {
    nights.append(night, asOf, continues, step);
    steps.add(step);
  }

  List<Step.OfFile> files() {
    return steps.stream()
        .filter(Step.OfFile.class::isInstance)
        .map(Step.OfFile.class::cast)
        .toList();
  }

  /** The runs this night made, and their approvals, in the order of the steps. */
  List<Step.OfRun> runs() {
    return steps.stream().filter(Step.OfRun.class::isInstance).map(Step.OfRun.class::cast).toList();
  }
}
