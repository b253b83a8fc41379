package dev.partnerops;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Files that nobody here wrote, in the folder that {@code PARTNEROPS_CORPUS} names, else beside the
 * checkout.
 */
public final class Corpus {

  public static final Path FOLDER =
      Path.of(System.getenv().getOrDefault("PARTNEROPS_CORPUS", "../../shared/data"))
          .toAbsolutePath()
          .normalize();

  private Corpus() {}

  /** Skips the test where there is no corpus. */
  public static void require() {
    assumeTrue(Files.isDirectory(FOLDER), "no corpus at " + FOLDER);
  }
}
