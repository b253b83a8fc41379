package dev.partnerops.importing;

import java.util.Map;

/**
 * A mapping file: how a foreign file's columns and values are ours (RULES 25). Keys of the maps are
 * names of our columns.
 *
 * @param columns the foreign name of a column
 * @param constants the value that every row has
 * @param values foreign values and what they are of ours
 * @param otherwise the value of whatever {@code values} does not list
 * @param formats how days and times are written
 * @param text the file as it is, for the batch's digest
 */
record Mapping(
    String dataset,
    Map<String, String> columns,
    Map<String, String> constants,
    Map<String, Map<String, String>> values,
    Map<String, String> otherwise,
    Map<String, CellFormat> formats,
    String text) {

  Mapping {
    columns = Map.copyOf(columns);
    constants = Map.copyOf(constants);
    values = Map.copyOf(values);
    otherwise = Map.copyOf(otherwise);
    formats = Map.copyOf(formats);
  }

  /** None: every column has one of its own names. */
  static Mapping none(String dataset) {
    return new Mapping(dataset, Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), "");
  }

  /** Whether there is no mapping file. */
  boolean isNone() {
    return text.isEmpty();
  }
}
