package dev.partnerops.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A database file made beside the store's, which takes its place only when it is whole: whoever is
 * killed before leaves the old one, after it the new one. What was left of an earlier try goes when
 * the next begins; nobody else looks there.
 */
final class FreshFile implements AutoCloseable {

  private final StoreFolder store;
  private final StoreFolder fresh;

  private FreshFile(StoreFolder store) throws IOException {
    this.store = store;
    fresh = new StoreFolder(store.path().resolve("fresh"));
    deleteAll();
    PrivateFiles.createFolder(fresh.path());
    PrivateFiles.createIfAbsent(fresh.database());
  }

  static FreshFile empty(StoreFolder store) throws IOException {
    return new FreshFile(store);
  }

  /** Nobody writes the store meanwhile. */
  void copyStore() throws IOException {
    Files.copy(
        store.database(),
        fresh.database(),
        StandardCopyOption.REPLACE_EXISTING,
        StandardCopyOption.COPY_ATTRIBUTES);
  }

  /** Where the file is until it takes the store's place. */
  StoreFolder folder() {
    return fresh;
  }

  /** The file is closed, and nobody has the store's open. */
  void takePlace() throws IOException {
    PrivateFiles.makePrivate(fresh.database());
    try (FileChannel file = FileChannel.open(fresh.database(), StandardOpenOption.WRITE)) {
      file.force(true);
    }
    Files.move(
        fresh.database(),
        store.database(),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
    try (FileChannel folder = FileChannel.open(store.path(), StandardOpenOption.READ)) {
      folder.force(true);
    }
  }

  private void deleteAll() throws IOException {
    if (Files.isSymbolicLink(fresh.path())) {
      // What it leads to is not ours.
      Files.delete(fresh.path());
      return;
    }
    try (DirectoryStream<Path> left = Files.newDirectoryStream(fresh.path())) {
      for (Path each : left) {
        Files.delete(each);
      }
    } catch (NoSuchFileException nothingLeft) {
      return;
    }
    Files.delete(fresh.path());
  }

  /** Removes what did not take the store's place. */
  @Override
  public void close() throws IOException {
    deleteAll();
  }
}
