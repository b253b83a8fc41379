package dev.partnerops.programme;

/** The readers that all instruments of a file share. */
record Readers(
    Reading reading, WindowReader windows, MetricReader metrics, ConditionReader conditions) {

  ComparisonReader comparisons() {
    return conditions.comparisons();
  }

  SettingReader settings() {
    return conditions.comparisons().settings();
  }
}
