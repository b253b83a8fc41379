package dev.partnerops.orders;

import java.util.Arrays;

/** The so many earliest of the times it is shown. */
final class EarliestTimes {

  private static final long[] NONE = {};

  private final int most;
  private long[] times = NONE;
  private int size;

  EarliestTimes(int most) {
    this.most = most;
  }

  boolean isFull() {
    return size == most;
  }

  /** The last of them. */
  long latest() {
    return times[size - 1];
  }

  void add(long time) {
    if (isFull() && time >= latest()) {
      return;
    }
    int found = Arrays.binarySearch(times, 0, size, time);
    int place = found < 0 ? -1 - found : found;
    if (size < most) {
      if (size == times.length) {
        times = Arrays.copyOf(times, Math.min(most, Math.max(1, size * 2)));
      }
      size++;
    }
    System.arraycopy(times, place, times, place + 1, size - 1 - place);
    times[place] = time;
  }
}
