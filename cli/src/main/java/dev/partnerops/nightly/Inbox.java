package dev.partnerops.nightly;

import dev.partnerops.model.EntityId;
import dev.partnerops.model.Message;
import dev.partnerops.model.ToolException;
import dev.partnerops.store.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder of new files: what is taken goes to {@code done/}, what is set aside to {@code
 * failed/}, its rejects beside it.
 */
final class Inbox {

  static final String DONE = "done";
  static final String FAILED = "failed";
  private static final String REJECTS = ".rejects.csv";

  private final Path folder;

  /** Refuses what is no folder. */
  Inbox(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new ToolException.Usage(Message.of("nightly.no-inbox", folder));
    }
    this.folder = folder;
  }

  /**
   * The names of the files that lie there whole, by their bytes; one that is still being written
   * has a name that begins with a dot or ends in {@code .part} or {@code .tmp}.
   */
  List<String> names() {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> file.getFileName().toString())
          .filter(Inbox::isWhole)
          .sorted(EntityId::compareBytes)
          .toList();
    } catch (IOException e) {
      throw new ToolException.Resources(Message.of("command.cannot-read", folder, e), e);
    }
  }

  private static boolean isWhole(String name) {
    return !name.startsWith(".") && !name.endsWith(".part") && !name.endsWith(".tmp");
  }

  Path path(String name) {
    return folder.resolve(name);
  }

  /** Where the rejects of a file are written until it is known where it goes. */
  Path rejects(String name) {
    return folder.resolve("." + name + REJECTS);
  }

  /** A place that nothing has yet: {@code done/orders.csv}, else {@code done/orders-2.csv}, … */
  String freePlace(String place, String name) {
    String free = place + '/' + name;
    int dot = name.indexOf('.', 1);
    String base = dot < 0 ? name : name.substring(0, dot);
    String ending = dot < 0 ? "" : name.substring(dot);
    for (int number = 2; isTaken(free); number++) {
      free = place + '/' + base + '-' + number + ending;
    }
    return free;
  }

  private boolean isTaken(String place) {
    return holds(place) || holds(place + REJECTS);
  }

  /** Whether something has that place. */
  boolean holds(String place) {
    return Files.exists(folder.resolve(place));
  }

  /** Its rejects first, so that what is left after a kill is known by the file. */
  void move(String name, String place) {
    Path target = folder.resolve(place);
    try {
      PrivateFiles.createFolder(folder.resolve(place.substring(0, place.indexOf('/'))));
      Path rejects = rejects(name);
      if (Files.exists(rejects)) {
        Files.move(
            rejects,
            target.resolveSibling(target.getFileName() + REJECTS),
            StandardCopyOption.ATOMIC_MOVE,
            StandardCopyOption.REPLACE_EXISTING);
      }
      Files.move(folder.resolve(name), target, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new ToolException.Resources(Message.of("nightly.cannot-move", name, target, e), e);
    }
  }
}
