package dev.partnerops.dataset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The data sets of a workspace whose folder {@code datasets} has these files, a.yaml, b.yaml, ….
 */
public final class OwnSets {

  private OwnSets() {}

  public static DataSets of(String... files) {
    try {
      Path folder = Files.createDirectory(Files.createTempDirectory("own").resolve("datasets"));
      for (int i = 0; i < files.length; i++) {
        Files.writeString(folder.resolve((char) ('a' + i) + ".yaml"), files[i]);
      }
      return DataSets.in(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
