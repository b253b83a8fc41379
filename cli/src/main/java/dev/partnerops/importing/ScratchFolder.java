package dev.partnerops.importing;

import dev.partnerops.model.Message;
import dev.partnerops.model.ToolException;
import dev.partnerops.store.PrivateFiles;
import java.io.IOException;
import java.nio.file.Path;

/** The store's room for files that live as long as one import. */
final class ScratchFolder {

  private ScratchFolder() {}

  static Path make(Path folder) {
    try {
      return PrivateFiles.createFolder(folder);
    } catch (IOException e) {
      throw failure(e);
    }
  }

  static ToolException failure(IOException e) {
    return new ToolException.Resources(Message.of("importing.scratch", e), e);
  }
}
