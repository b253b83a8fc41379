package dev.partnerops.importing;

import dev.partnerops.store.Store;
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

  private final Store store;
  private final InputStream in;
  private @Nullable Path file;

  Spool(Store store, InputStream in) {
    this.store = store;
    this.in = in;
  }

  /** Whoever writes to our input may take all day: nobody waits for the store meanwhile. */
  Path file() {
    if (file == null) {
      file = newFile();
      Path target = file;
      store.closeWhile(() -> copyTo(target));
    }
    return file;
  }

  private Path newFile() {
    try {
      return Files.createTempFile(ScratchFolder.make(store.folder().scratch()), NAME, ".tmp");
    } catch (IOException e) {
      throw ScratchFolder.failure(e);
    }
  }

  private void copyTo(Path target) {
    try {
      Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw ScratchFolder.failure(e);
    }
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
