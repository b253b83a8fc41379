package dev.partnerops.dataset;

import dev.partnerops.model.EntityId;
import dev.partnerops.model.EntityKind;
import dev.partnerops.model.Message;
import dev.partnerops.model.Nearest;
import dev.partnerops.model.ToolException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What the files {@code datasets/*.yaml} of a workspace add to the shipped data sets (SPEC section
 * 2, "Own data sets and columns"), read strictly: all faults of all files are told together.
 */
final class OwnDataSets {

  /** What a segment of orders has room for. */
  private static final int MOST_ORDER_COLUMNS = 32;

  /** Fields that entities have besides their columns, and dimensions that orders have. */
  private static final Map<String, Set<String>> DERIVED =
      Map.of(
          "merchants",
          Set.of("licence", "licence_joined_on"),
          DataSets.ORDERS,
          Set.of("category", "hot", "pool"));

  private final Map<String, DataSet> dataSets = new LinkedHashMap<>();
  private final List<Message> faults = new ArrayList<>();

  private OwnDataSets() {
    DataSets.shipped().all().forEach(dataSet -> dataSets.put(dataSet.name(), dataSet));
  }

  static DataSets read(Path folder) {
    List<Path> files = filesOf(folder);
    if (files.isEmpty()) {
      return DataSets.shipped();
    }
    return new OwnDataSets().read(folder, files);
  }

  /** Of files by name, as a run kept them. */
  static DataSets of(Map<String, String> files) {
    return files.isEmpty()
        ? DataSets.shipped()
        : new OwnDataSets()
            .read(
                files.entrySet().stream()
                    .map(file -> OwnFile.read(file.getKey(), file.getValue()))
                    .toList());
  }

  private static List<Path> filesOf(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith(".yaml"))
          .filter(Files::isRegularFile)
          .sorted((left, right) -> EntityId.compareBytes(left.toString(), right.toString()))
          .toList();
    } catch (IOException unreadable) {
      throw new ToolException.Resources(
          Message.of("dataset.own.unreadable", folder, unreadable), unreadable);
    }
  }

  private DataSets read(Path folder, List<Path> paths) {
    List<OwnFile> files = new ArrayList<>();
    for (Path path : paths) {
      String name = folder.getFileName() + "/" + path.getFileName();
      try {
        files.add(OwnFile.read(name, text(path, name)));
      } catch (ToolException.Policy faulty) {
        faults.addAll(faulty.texts());
      }
    }
    return read(files);
  }

  private DataSets read(List<OwnFile> files) {
    Map<String, String> keys = keys(files);
    files.stream().filter(OwnFile::isWhole).forEach(file -> define(file, keys));
    files.stream().filter(file -> !file.isWhole()).forEach(file -> extend(file, keys));
    files.forEach(file -> faults.addAll(file.faults()));
    if (!faults.isEmpty()) {
      throw new ToolException.Policy(
          faults.stream()
              .sorted(Comparator.comparing(fault -> fault.arguments().getFirst().toString()))
              .toList());
    }
    return new DataSets(sorted());
  }

  private static String text(Path path, String name) {
    try {
      return Files.readString(path);
    } catch (CharacterCodingException notUtf8) {
      throw new ToolException.Policy(
          Message.of("programme.fault", name, 1, Message.of("programme.file.charset")));
    } catch (IOException unreadable) {
      throw new ToolException.Resources(
          Message.of("dataset.own.unreadable", path, unreadable), unreadable);
    }
  }

  /** The column that {@code refers:} to a data set means: the first of its key. */
  private Map<String, String> keys(List<OwnFile> files) {
    Map<String, String> keys = new TreeMap<>();
    for (DataSet dataSet : dataSets.values()) {
      Column first = dataSet.key().getFirst();
      // What a data set about others has first in its key names one of the others.
      if (first.type() == ColumnType.ID
          && first.references().isEmpty()
          && (dataSet.key().size() == 1 || dataSet.findEntity().isPresent())) {
        keys.put(dataSet.name(), first.name());
      }
    }
    for (OwnFile file : files) {
      if (file.isWhole() && file.key().size() == 1) {
        keys.put(file.name(), file.key().getFirst());
      }
    }
    return keys;
  }

  private void define(OwnFile file, Map<String, String> keys) {
    if (dataSets.containsKey(file.name())) {
      file.fault("dataset", "dataset.own.name-taken", file.name());
      return;
    }
    EntityKind entity = file.entity();
    if (entity != null && kinds().contains(entity)) {
      file.fault("entity", "dataset.own.entity-taken", entity);
    }
    List<Column> columns = file.columns(keys);
    dataSets.put(file.name(), new DataSet(file.name(), file.title(), columns, entity, false));
    refuseTwice(file, List.of(), columns);
  }

  private List<EntityKind> kinds() {
    return new DataSets(dataSets.values()).kinds();
  }

  private void extend(OwnFile file, Map<String, String> keys) {
    DataSet extended = dataSets.get(file.name());
    if (extended == null) {
      file.fault(
          "extends",
          "dataset.own.extends-unknown",
          file.name(),
          Nearest.orAll(file.name(), dataSets.keySet()));
      return;
    }
    List<Column> columns = file.columns(keys);
    Set<String> derived = DERIVED.getOrDefault(extended.name(), Set.of());
    for (Column column : columns) {
      if (derived.contains(column.name())) {
        file.fault(column, "dataset.own.column-derived", column.name(), extended.name());
      }
    }
    refuseTwice(file, extended.columns(), columns);
    DataSet wider = extended.with(columns);
    if (wider.name().equals(DataSets.ORDERS) && wider.addedColumns().size() > MOST_ORDER_COLUMNS) {
      file.fault("columns", "dataset.own.orders-full", MOST_ORDER_COLUMNS);
    }
    dataSets.put(wider.name(), wider);
  }

  /** A header tells columns apart by name and alias, so no two may have one. */
  private static void refuseTwice(OwnFile file, List<Column> there, List<Column> columns) {
    Set<String> taken = new HashSet<>();
    for (Column column : there) {
      taken.add(column.name());
      taken.addAll(column.aliases());
    }
    for (Column column : columns) {
      List<String> names = new ArrayList<>(List.of(column.name()));
      names.addAll(column.aliases());
      for (String name : names) {
        if (!taken.add(name)) {
          file.fault(column, "dataset.own.column-taken", name, file.name());
        }
      }
    }
  }

  /** Shipped ones first, in their order. */
  private List<DataSet> sorted() {
    List<DataSet> sorted = new ArrayList<>();
    dataSets.values().stream().filter(DataSet::shipped).forEach(sorted::add);
    dataSets.values().stream()
        .filter(dataSet -> !dataSet.shipped())
        .sorted((left, right) -> EntityId.compareBytes(left.name(), right.name()))
        .forEach(sorted::add);
    return sorted;
  }
}
