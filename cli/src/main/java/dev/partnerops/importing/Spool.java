package dev.partnerops.importing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;

/**
 * Standard input as a file, since an import reads some things twice; private, and gone afterwards.
 */
final class Spool implements AutoCloseable {

  static final String NAME = "stdin";

  private final Path folder;
  private final InputStream in;
  private @Nullable Path file;

  Spool(Path folder, InputStream in) {
    this.folder = folder;
    this.in = in;
  }

  Path file() {
    if (file == null) {
      try {
        ScratchFolder.make(folder);
        file = Files.createTempFile(folder, NAME, ".tmp");
        Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
      } catch (IOException e) {
        throw ScratchFolder.failure(e);
      }
    }
    return file;
  }

  @Override
  public void close() {
    if (file != null) {
      try {
        Files.deleteIfExists(file);
      } catch (IOException e) {
        throw ScratchFolder.failure(e);
      }
    }
  }
}
