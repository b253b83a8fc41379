package dev.partnerops.dataset;

/**
 * A column's values are keys of another data set. Where {@code whenColumn} is not empty it holds
 * only for rows whose {@code whenColumn} is {@code whenValue}: the subject of an affiliation is a
 * merchant or a promoter. A reference may dangle; {@code partnerops check} lists those that do.
 */
public record Reference(String dataset, String column, String whenColumn, String whenValue) {

  static Reference to(String dataset, String column) {
    return new Reference(dataset, column, "", "");
  }

  public boolean conditional() {
    return !whenColumn.isEmpty();
  }
}
