package dev.partnerops.importing;

import dev.partnerops.dataset.Column;
import dev.partnerops.dataset.ColumnType;
import dev.partnerops.dataset.DataSet;
import dev.partnerops.model.Message;
import dev.partnerops.model.ToolException;
import dev.partnerops.programme.YamlFile;
import dev.partnerops.programme.YamlNode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a mapping file; keys are strict, and a fault names file and line (RULES 25). */
final class MappingFile {

  private static final List<String> KEYS =
      List.of("dataset", "columns", "constants", "values", "formats");

  private final String file;
  private final DataSet dataSet;
  private final Map<String, String> otherwise = new HashMap<>();

  private MappingFile(String file, DataSet dataSet) {
    this.file = file;
    this.dataSet = dataSet;
  }

  /**
   * @param dataSet the one that is being imported; the file must be about it
   */
  static Mapping read(String file, String text, DataSet dataSet) {
    return new MappingFile(file, dataSet).mapping(text);
  }

  private Mapping mapping(String text) {
    YamlNode.Mapping root = entriesOf(YamlFile.read(file, text), "mapping");
    for (YamlNode.Entry entry : root.entries()) {
      if (!KEYS.contains(entry.key())) {
        throw fault(entry.line(), Message.of("importing.map.key", entry.key(), KEYS));
      }
    }
    YamlNode named =
        root.find("dataset")
            .orElseThrow(() -> fault(1, Message.of("importing.map.dataset-missing")));
    String dataset = text(named, "dataset");
    if (!dataset.equals(dataSet.name())) {
      throw fault(named.line(), Message.of("importing.map.dataset-other", dataset, dataSet.name()));
    }
    Map<String, String> columns = texts(root, "columns");
    Map<String, String> constants = texts(root, "constants");
    for (String column : constants.keySet()) {
      if (columns.containsKey(column)) {
        throw fault(
            root.find("constants").orElse(root).line(), Message.of("importing.map.both", column));
      }
    }
    return new Mapping(dataset, columns, constants, values(root), otherwise, formats(root), text);
  }

  private Map<String, String> texts(YamlNode.Mapping root, String key) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (YamlNode.Entry entry : section(root, key)) {
      texts.put(column(entry).name(), text(entry.value(), entry.key()));
    }
    return texts;
  }

  private Map<String, Map<String, String>> values(YamlNode.Mapping root) {
    Map<String, Map<String, String>> values = new HashMap<>();
    for (YamlNode.Entry entry : section(root, "values")) {
      String column = column(entry).name();
      Map<String, String> translations = new HashMap<>();
      for (YamlNode.Entry each : entriesOf(entry.value(), entry.key()).entries()) {
        String ours = text(each.value(), each.key());
        if (each.key().equals("else")) {
          otherwise.put(column, ours);
        } else {
          translations.put(each.key(), ours);
        }
      }
      values.put(column, Map.copyOf(translations));
    }
    return values;
  }

  private Map<String, CellFormat> formats(YamlNode.Mapping root) {
    Map<String, CellFormat> formats = new HashMap<>();
    for (YamlNode.Entry entry : section(root, "formats")) {
      Column column = column(entry);
      if (column.type() != ColumnType.DAY && column.type() != ColumnType.TIME) {
        throw fault(
            entry.line(),
            Message.of("importing.map.format-type", column.name(), column.type().word()));
      }
      String pattern = text(entry.value(), entry.key());
      formats.put(
          column.name(),
          CellFormat.find(pattern)
              .orElseThrow(
                  () -> fault(entry.value().line(), Message.of("importing.map.format", pattern))));
    }
    return formats;
  }

  private List<YamlNode.Entry> section(YamlNode.Mapping root, String key) {
    return root.find(key).map(node -> entriesOf(node, key).entries()).orElse(List.of());
  }

  private Column column(YamlNode.Entry entry) {
    return dataSet
        .findColumn(entry.key())
        .orElseThrow(() ->
            fault(
                entry.line(),
                Message.of(
                    "importing.map.column",
                    entry.key(),
                    dataSet.name(),
                    dataSet.columns().stream().map(Column::name).toList())));
  }

  private YamlNode.Mapping entriesOf(YamlNode node, String key) {
    if (node instanceof YamlNode.Mapping mapping) {
      return mapping;
    }
    throw fault(node.line(), Message.of("importing.map.not-mapping", key));
  }

  private String text(YamlNode node, String key) {
    if (node instanceof YamlNode.Scalar scalar && !scalar.isNull()) {
      return scalar.text();
    }
    throw fault(node.line(), Message.of("importing.map.not-text", key));
  }

  private ToolException.Policy fault(int line, Message what) {
    return new ToolException.Policy(Message.of("importing.at-line", file, line, what));
  }
}
