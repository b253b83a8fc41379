package dev.partnerops.store;

import java.util.List;

/**
 * What a workspace adds to the schema of its store: columns of shipped data sets, and data sets of
 * its own (SPEC section 2). A store that lacks any of it is brought up to date when it is opened,
 * like one of an earlier version.
 */
public record OwnSchema(List<Table> tables) {

  public static final OwnSchema NONE = new OwnSchema(List.of());

  public OwnSchema {
    tables = List.copyOf(tables);
  }

  /**
   * The columns that files of the workspace give one data set.
   *
   * @param dataset its name, which is that of its view
   * @param shipped whether it has other columns besides, its table and views among the migrations
   * @param file where the first of the columns is written
   */
  public record Table(String dataset, boolean shipped, String file, List<Column> columns) {

    public Table {
      columns = List.copyOf(columns);
    }

    List<String> key() {
      return columns.stream().filter(Column::key).map(Column::name).toList();
    }
  }

  /**
   * One column of them.
   *
   * @param type the word of the file, for messages
   * @param sqlType what the store keeps it as; two types kept alike may follow each other
   * @param file where it is written, with its line
   */
  public record Column(
      String name, String type, String sqlType, boolean key, String file, int line) {}
}
