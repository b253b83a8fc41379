package dev.partnerops.store;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Files and folders that only their owner may read or write, made so from the start (RULES 55). */
public final class PrivateFiles {

  private PrivateFiles() {}

  /** An empty file; fails where one is. */
  public static void create(Path file) throws IOException {
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
  }

  /** An empty file where there is none, whoever of several commands comes first. */
  static void createIfAbsent(Path file) throws IOException {
    try {
      create(file);
    } catch (FileAlreadyExistsException anotherMadeIt) {
      return;
    }
  }

  /** A file that another made. */
  static void makePrivate(Path file) throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }

  /** A folder and those above it, where they are not. */
  public static Path createFolder(Path folder) throws IOException {
    return Files.createDirectories(
        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
  }
}
