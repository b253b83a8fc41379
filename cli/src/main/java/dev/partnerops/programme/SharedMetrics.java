package dev.partnerops.programme;

import dev.partnerops.model.Message;
import dev.partnerops.model.ToolException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Reads {@code metrics/*.yaml} of a workspace: {@code NAME.yaml} with one definition, or a file
 * with {@code metrics:} and several by name (SPEC section 3). What the definitions say is read
 * later, with the programmes that use them.
 */
public final class SharedMetrics {

  private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]{0,63}");
  private static final Set<String> KEYS = Set.of("metrics", "params");

  private final String file;
  private final Faults faults;
  private final Map<String, SharedMetric> found;

  private SharedMetrics(String file, Map<String, SharedMetric> found) {
    this.file = file;
    this.faults = new Faults(file);
    this.found = found;
  }

  /**
   * The names of a folder; none where there is no such folder.
   *
   * @throws ToolException.Policy at the first file that is none, or where a name stands twice
   */
  public static Map<String, SharedMetric> in(Path folder) {
    Map<String, SharedMetric> found = new TreeMap<>();
    for (Path path : Programmes.filesOf(folder)) {
      String file = folder.getFileName() + "/" + path.getFileName();
      read(file, Programmes.text(path, file), found);
    }
    return Collections.unmodifiableMap(found);
  }

  /** The same of texts that were such files once, by name in the order of their bytes. */
  public static Map<String, SharedMetric> of(SortedMap<String, String> files) {
    Map<String, SharedMetric> found = new TreeMap<>();
    files.forEach((file, text) -> read(file, text, found));
    return Collections.unmodifiableMap(found);
  }

  private static void read(String file, String text, Map<String, SharedMetric> found) {
    SharedMetrics reader = new SharedMetrics(file, found);
    reader.read(text);
    reader.faults.throwIfAny();
  }

  private void read(String text) {
    if (!(YamlFile.read(text, faults) instanceof YamlNode.Mapping raw)) {
      faults.add(1, Message.of("programme.shared.mapping", file));
      return;
    }
    YamlNode.Mapping root = Parameters.replace(raw, faults);
    if (MetricReader.KINDS.stream().anyMatch(kind -> root.find(kind).isPresent())) {
      String last = file.substring(file.lastIndexOf('/') + 1);
      add(last.substring(0, last.lastIndexOf('.')), root);
    } else if (root.find("metrics").orElse(null) instanceof YamlNode.Mapping metrics) {
      refuseOthers(root);
      metrics.entries().forEach(metric -> add(metric.key(), metric.value()));
    } else {
      faults.add(root.line(), Message.of("programme.shared.mapping", file));
    }
  }

  private void refuseOthers(YamlNode.Mapping root) {
    for (YamlNode.Entry entry : root.entries()) {
      if (!KEYS.contains(entry.key())) {
        faults.add(
            entry.line(),
            Message.of(
                "programme.key.unknown",
                entry.key(),
                Message.of("programme.place.file"),
                String.join(", ", List.of("metrics", "params"))));
      }
    }
  }

  private void add(String name, YamlNode definition) {
    if (!NAME.matcher(name).matches() || MetricName.result(name).isPresent()) {
      faults.add(definition.line(), Message.of("programme.shared.name", name));
      return;
    }
    SharedMetric other = found.putIfAbsent(name, new SharedMetric(name, file, definition));
    if (other != null) {
      faults.add(definition.line(), Message.of("programme.metric.taken", name, other.file()));
    }
  }
}
