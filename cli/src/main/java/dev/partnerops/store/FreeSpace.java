package dev.partnerops.store;

import dev.partnerops.model.Message;
import dev.partnerops.model.ToolException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Room on a disk, asked for before a command begins that needs much of it. */
public final class FreeSpace {

  private FreeSpace() {}

  /** Refuses where the folder's disk has not so many bytes left. */
  public static void require(Path folder, long bytes) throws IOException {
    long free = Files.getFileStore(folder).getUsableSpace();
    if (free < bytes) {
      throw new ToolException.Resources(
          Message.of("store.space", folder, free >> 20, (bytes >> 20) + 1));
    }
  }
}
