package dev.partnerops.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerops.dataset.DataSet;
import dev.partnerops.dataset.DataSets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * {@code sql/README.md} names the tables, keys and views that the migrations make, and no others.
 */
final class DataDictionaryTest {

  private static final Path README = Path.of("../sql/README.md");
  private static final Pattern TABLE = Pattern.compile("\\| `base\\.([a-z_]+)` .*");
  private static final Pattern DATA_SET = Pattern.compile("\\| ([a-z]+) +\\|[^|]*\\|(.*)\\|");
  private static final Pattern WORD = Pattern.compile("`([a-z_]+)`");

  @Test
  void namesEveryTableWithItsKey() throws SQLException, IOException {
    Map<String, String> written = new TreeMap<>();
    for (String line : Files.readAllLines(README)) {
      Matcher table = TABLE.matcher(line);
      Matcher dataSet = DATA_SET.matcher(line);
      if (table.matches()) {
        written.put(table.group(1), words(line.split("\\|")[3]));
      } else if (dataSet.matches() && DataSets.shipped().find(dataSet.group(1)).isPresent()) {
        written.put(dataSet.group(1), words(dataSet.group(2)) + ", batch_in");
      }
    }

    assertThat(written).isEqualTo(keys());
  }

  @Test
  void namesEveryView() throws SQLException, IOException {
    String readme = Files.readString(README);
    List<String> views = new ArrayList<>();
    for (DataSet dataSet : DataSets.shipped().all()) {
      views.add(dataSet.name());
      views.add("history_" + dataSet.name());
    }

    assertThat(
            strings(
                "select lower(table_name) from information_schema.tables where table_schema ="
                    + " 'PUBLIC'"))
        .allMatch(view -> views.contains(view) || readme.contains("| `" + view + "` "));
  }

  private static String words(String cell) {
    return WORD.matcher(cell)
        .results()
        .map(word -> word.group(1))
        .collect(Collectors.joining(", "));
  }

  private static Map<String, String> keys() throws SQLException {
    Map<String, String> keys = new TreeMap<>();
    for (String row :
        strings(
            "select lower(k.table_name) || ':' || listagg(lower(k.column_name), ', ') within group"
                + " (order by k.ordinal_position) from information_schema.key_column_usage as k"
                + " inner join information_schema.table_constraints as c on c.constraint_name ="
                + " k.constraint_name and c.constraint_schema = k.constraint_schema where"
                + " c.constraint_type = 'PRIMARY KEY' and k.table_schema = 'BASE' group by"
                + " k.table_name")) {
      keys.put(row.substring(0, row.indexOf(':')), row.substring(row.indexOf(':') + 1));
    }
    return keys;
  }

  private static List<String> strings(String query) throws SQLException {
    List<String> found = new ArrayList<>();
    try (TinyStore store = new TinyStore();
        Statement statement = store.admin().createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        found.add(rows.getString(1));
      }
    }
    return found;
  }
}
