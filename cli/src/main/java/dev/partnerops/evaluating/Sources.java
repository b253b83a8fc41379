package dev.partnerops.evaluating;

import dev.partnerops.command.Workspace;
import dev.partnerops.dataset.DataSets;
import dev.partnerops.ledger.Source;
import dev.partnerops.metrics.Catalogue;
import dev.partnerops.model.EntityId;
import dev.partnerops.model.Message;
import dev.partnerops.model.ToolException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The files of metrics and data sets as texts, from a workspace or as a run kept them. */
final class Sources {

  private Sources() {}

  /** Those of a workspace, metrics first, by the bytes of their names. */
  static List<Source> in(Workspace workspace) {
    List<Source> sources = new ArrayList<>();
    add(workspace.metrics(), Source.Kind.METRIC, sources);
    add(workspace.datasets(), Source.Kind.DATASET, sources);
    return sources;
  }

  private static void add(Path folder, Source.Kind kind, List<Source> sources) {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        String name = file.getFileName().toString();
        if (Files.isRegularFile(file) && (name.endsWith(".yaml") || name.endsWith(".sql"))) {
          sources.add(new Source(kind, folder.getFileName() + "/" + name, Files.readString(file)));
        }
      }
    } catch (IOException e) {
      throw new ToolException.Resources(Message.of("command.cannot-read", folder, e), e);
    }
  }

  /** What metrics there were for who had these files. */
  static Catalogue catalogue(List<Source> sources) {
    SortedMap<String, String> dataSets = texts(sources, Source.Kind.DATASET);
    dataSets.keySet().removeIf(name -> !name.endsWith(".yaml"));
    return Catalogue.of(DataSets.of(dataSets), texts(sources, Source.Kind.METRIC));
  }

  private static SortedMap<String, String> texts(List<Source> sources, Source.Kind kind) {
    SortedMap<String, String> texts = new TreeMap<>(EntityId::compareBytes);
    sources.stream()
        .filter(source -> source.kind() == kind)
        .forEach(source -> texts.put(source.name(), source.content()));
    return texts;
  }

  /** What they hold, as part of a run's identity: a changed one makes another run (RULES 2). */
  static String digest(List<Source> sources) {
    List<String> texts = new ArrayList<>();
    for (Source source : sources) {
      texts.add(source.name().substring(source.name().lastIndexOf('/') + 1));
      texts.add(source.content());
    }
    return Identity.of(texts.toArray(String[]::new));
  }
}
