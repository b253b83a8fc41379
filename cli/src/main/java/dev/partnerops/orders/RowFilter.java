package dev.partnerops.orders;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A filter against the rows of a segment: every dimension of {@code only}, none of {@code except}.
 */
final class RowFilter {

  private final List<FilterTable> only = new ArrayList<>();
  private final List<FilterTable> except = new ArrayList<>();

  RowFilter(OrderFilter filter, FilterTable.Facts facts) {
    filter
        .only()
        .forEach((dimension, values) -> only.add(FilterTable.of(dimension, values, facts)));
    filter
        .except()
        .forEach((dimension, values) -> except.add(FilterTable.of(dimension, values, facts)));
  }

  boolean passesAll() {
    return only.isEmpty() && except.isEmpty();
  }

  void pass(SegmentColumns columns, boolean[] passes) {
    Arrays.fill(passes, true);
    boolean[] matches = new boolean[OrderBlock.SEGMENT_ROWS];
    for (FilterTable dimension : only) {
      Arrays.fill(matches, false);
      dimension.match(columns, matches);
      for (int row = 0; row < passes.length; row++) {
        passes[row] &= matches[row];
      }
    }
    for (FilterTable dimension : except) {
      Arrays.fill(matches, false);
      dimension.match(columns, matches);
      for (int row = 0; row < passes.length; row++) {
        passes[row] &= !matches[row];
      }
    }
  }
}
