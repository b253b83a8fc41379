package dev.partnerops.store;

import dev.partnerops.model.Message;
import dev.partnerops.model.ToolException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where the files of one store lie: the database, its side file and its locks. All private to their
 * owner.
 */
public record StoreFolder(Path path) {

  /** The database file without the ending that H2 adds. */
  static final String NAME = "partnerops";

  public StoreFolder {
    path = path.toAbsolutePath().normalize();
  }

  public Path database() {
    return path.resolve(NAME + ".mv.db");
  }

  Path side() {
    return path.resolve(NAME + ".state");
  }

  Path writerLock() {
    return path.resolve("writer.lock");
  }

  Path turnLock() {
    return path.resolve("store.lock");
  }

  Path gateLock() {
    return path.resolve("gate.lock");
  }

  /** Room for sorted runs of an import; removed when the store closes. */
  public Path scratch() {
    return path.resolve("scratch");
  }

  public boolean exists() {
    return Files.exists(database());
  }

  /**
   * Says how to make a store where there is none, and refuses one that is a link to somewhere else.
   */
  void requireExisting() {
    if (Files.isSymbolicLink(database()) || Files.isSymbolicLink(path)) {
      throw new ToolException.StoreDamaged(Message.of("store.symbolic-link", database()));
    }
    if (!exists()) {
      throw new ToolException.Usage(Message.of("store.missing", path));
    }
    if (path.toString().indexOf(';') >= 0) {
      throw new ToolException.Usage(Message.of("store.semicolon", path));
    }
  }
}
