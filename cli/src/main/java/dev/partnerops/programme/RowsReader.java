package dev.partnerops.programme;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads {@code rows:} and {@code files:} of a test: data sets as a file would bring them. */
final class RowsReader {

  private final Reading reading;

  RowsReader(Reading reading) {
    this.reading = reading;
  }

  List<PolicyTest.Rows> read(Section section) {
    List<PolicyTest.Rows> found = new ArrayList<>();
    for (YamlNode.Entry dataSet : entries(section, "rows")) {
      rows(dataSet, section.path("rows") + "." + dataSet.key()).ifPresent(found::add);
    }
    for (YamlNode.Entry dataSet : entries(section, "files")) {
      String path = section.path("files") + "." + dataSet.key();
      reading
          .text(dataSet.value(), path)
          .ifPresent(file ->
              found.add(
                  new PolicyTest.Rows(dataSet.key(), dataSet.line(), List.of(), List.of(), file)));
    }
    return found;
  }

  private List<YamlNode.Entry> entries(Section section, String key) {
    Optional<YamlNode> node = section.find(key);
    return node.isEmpty() ? List.of() : reading.entries(node.get(), section.path(key));
  }

  private Optional<PolicyTest.Rows> rows(YamlNode.Entry dataSet, String path) {
    List<YamlNode.Mapping> rows = new ArrayList<>();
    Set<String> columns = new LinkedHashSet<>();
    for (YamlNode item : reading.items(dataSet.value(), path)) {
      if (item instanceof YamlNode.Mapping row) {
        rows.add(row);
        row.entries().forEach(cell -> columns.add(cell.key()));
      } else {
        reading.wrong(item, path + "[" + rows.size() + "]", "mapping");
        return Optional.empty();
      }
    }
    List<List<String>> cells = new ArrayList<>();
    for (YamlNode.Mapping row : rows) {
      List<String> line = new ArrayList<>();
      for (String column : columns) {
        line.add(cell(row.find(column).orElse(null), path + "." + column));
      }
      cells.add(List.copyOf(line));
    }
    return Optional.of(
        new PolicyTest.Rows(
            dataSet.key(), dataSet.line(), List.copyOf(columns), List.copyOf(cells), null));
  }

  /** As written: an import reads it as it would read a file. */
  private String cell(@Nullable YamlNode node, String path) {
    return switch (node) {
      case null -> "";
      case YamlNode.Scalar scalar -> scalar.isNull() ? "" : scalar.text();
      case YamlNode.Sequence list -> notACell(list, path);
      case YamlNode.Mapping mapping -> notACell(mapping, path);
    };
  }

  private String notACell(YamlNode node, String path) {
    reading.wrong(node, path, "value");
    return "";
  }
}
