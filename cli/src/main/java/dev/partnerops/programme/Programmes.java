package dev.partnerops.programme;

import dev.partnerops.model.Message;
import dev.partnerops.model.Nearest;
import dev.partnerops.model.ToolException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The programmes of a workspace: every {@code *.yaml} of its folder, by id, each id with its
 * editions by number. Sub-folders, as {@code tests/}, are passed over.
 */
public final class Programmes {

  private final Map<String, List<Programme>> byId;

  private Programmes(Map<String, List<Programme>> byId) {
    this.byId = byId;
  }

  /**
   * Reads all programmes of a folder; none where the folder is not there.
   *
   * @throws ToolException.Policy with the faults of all files, editions of one number, circles of
   *     {@code of:} (RULES 34), and results that another programme has not
   */
  public static Programmes read(Path folder, MetricNames names) {
    return of(readFiles(filesOf(folder), names));
  }

  /**
   * The programmes of a folder and one file more, which stands in for the edition of its own
   * number; for {@code --programme FILE} (RULES 19).
   */
  public static Programmes with(Path folder, Path file, MetricNames names) {
    Programme given = readFile(file, names);
    List<Path> others = filesOf(folder).stream().filter(other -> !isSame(other, file)).toList();
    List<Programme> programmes = new ArrayList<>();
    for (Programme other : readFiles(others, names)) {
      if (!other.id().equals(given.id()) || other.edition() != given.edition()) {
        programmes.add(other);
      }
    }
    programmes.add(given);
    return of(programmes);
  }

  /**
   * Programmes as a run kept them: of the others it read, each by one edition, so that what is
   * asked of a whole folder is not asked of them.
   */
  public static Programmes kept(Collection<Programme> programmes) {
    Map<String, List<Programme>> byId = new TreeMap<>();
    for (Programme programme : programmes) {
      byId.computeIfAbsent(programme.id(), id -> new ArrayList<>()).add(programme);
    }
    return new Programmes(byId);
  }

  /** One policy file. */
  public static Programme readFile(Path file, MetricNames names) {
    return readFile(file, file.toString(), names);
  }

  /** The same, called in messages as the user calls it. */
  public static Programme readFile(Path file, String name, MetricNames names) {
    return ProgrammeReader.read(name, text(file, name), names);
  }

  /**
   * A policy with other values for some of its parameters.
   *
   * @param params by name, each of which it must have
   * @param asked the file that asks for them, for messages
   */
  public static Programme withParams(
      Programme policy, Map<String, YamlNode> params, String asked, MetricNames names) {
    return ProgrammeReader.read(policy.file(), policy.text(), names, params, asked);
  }

  private static List<Programme> readFiles(List<Path> files, MetricNames names) {
    List<Programme> programmes = new ArrayList<>();
    List<Message> faults = new ArrayList<>();
    for (Path file : files) {
      try {
        programmes.add(readFile(file, names));
      } catch (ToolException.Policy faulty) {
        faults.addAll(faulty.texts());
      }
    }
    if (!faults.isEmpty()) {
      throw new ToolException.Policy(faults);
    }
    return programmes;
  }

  /** The policy files of a folder, sorted; none where the folder is not there. */
  public static List<Path> filesOf(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith(".yaml"))
          .filter(Files::isRegularFile)
          .sorted()
          .toList();
    } catch (IOException unreadable) {
      throw unreadable(folder, unreadable);
    }
  }

  /**
   * The text of a policy, test or the like.
   *
   * @param name of the file as the user called it
   */
  public static String text(Path file, String name) {
    try {
      if (Files.size(file) > 4L * YamlFile.MAX_CHARACTERS) {
        throw new ToolException.Policy(
            Message.of(
                "programme.fault",
                name,
                1,
                Message.of("programme.yaml.large", YamlFile.MAX_CHARACTERS)));
      }
      return Files.readString(file);
    } catch (CharacterCodingException notUtf8) {
      throw new ToolException.Policy(
          Message.of("programme.fault", name, 1, Message.of("programme.file.charset")));
    } catch (IOException unreadable) {
      throw unreadable(file, unreadable);
    }
  }

  private static ToolException unreadable(Path file, IOException cause) {
    return new ToolException.Input(
        Message.of("programme.file.unreadable", file, String.valueOf(cause.getMessage())), cause);
  }

  private static boolean isSame(Path left, Path right) {
    try {
      return Files.isSameFile(left, right);
    } catch (IOException unreadable) {
      throw unreadable(right, unreadable);
    }
  }

  private static Programmes of(Collection<Programme> programmes) {
    Map<String, List<Programme>> byId = new TreeMap<>();
    for (Programme programme : programmes) {
      byId.computeIfAbsent(programme.id(), id -> new ArrayList<>()).add(programme);
    }
    byId.replaceAll((id, editions) -> Editions.byNumber(editions));
    Map<String, List<Programme>> sorted = ReadingOrder.sort(byId);
    ResultsOfOthers.check(sorted);
    return new Programmes(sorted);
  }

  /**
   * All ids, programmes that others read by {@code of:} before those that read them, else by name.
   */
  public List<String> ids() {
    return List.copyOf(byId.keySet());
  }

  /** All editions of all programmes, in the order of {@link #ids()}, then by number. */
  public List<Programme> all() {
    return byId.values().stream().flatMap(List::stream).toList();
  }

  /**
   * Editions of one programme that are in force together for some period, where days alone tell it:
   * a fault for each pair, in the file of the later number.
   */
  public List<Message> overlaps() {
    List<Message> overlaps = new ArrayList<>();
    for (List<Programme> editions : byId.values()) {
      for (int i = 1; i < editions.size(); i++) {
        for (Programme other : editions.subList(0, i)) {
          Editions.overlap(other, editions.get(i)).ifPresent(overlaps::add);
        }
      }
    }
    return overlaps;
  }

  /**
   * The editions of an id, by number.
   *
   * @throws ToolException.Usage where there is no such programme, with the nearest ids
   */
  public List<Programme> editions(String id) {
    List<Programme> editions = byId.get(id);
    if (editions == null) {
      throw unknown(id, byId.keySet());
    }
    return editions;
  }

  /** What to say of an id that is none of those there are: the nearest of them. */
  public static ToolException.Usage unknown(String id, Collection<String> ids) {
    List<String> near = Nearest.to(id, ids);
    return new ToolException.Usage(
        near.isEmpty()
            ? Message.of("programme.id.unknown", id)
            : Message.of("programme.id.unknown.near", id, String.join(", ", near)));
  }
}
