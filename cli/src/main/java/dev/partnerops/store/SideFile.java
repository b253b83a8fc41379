package dev.partnerops.store;

import dev.partnerops.model.Message;
import dev.partnerops.model.ToolException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * The store's id and how far it has come, in a small file beside it (RELIABILITY, rule 4): written
 * after each publishing commit, so that the store may be ahead of it and never behind. That is how
 * a store file that was cut off or swapped is noticed, which H2 would open as an empty one. A file
 * without payouts is of a version that had none.
 */
record SideFile(String storeId, long batches, long runs, long entries, long payouts) {

  private static final int PAYOUTS_LINE = 4;

  static SideFile read(Path file) {
    try {
      List<String> lines = Files.readAllLines(file);
      return new SideFile(
          content(lines, 0, "store"),
          Long.parseLong(content(lines, 1, "batches")),
          Long.parseLong(content(lines, 2, "runs")),
          Long.parseLong(content(lines, 3, "entries")),
          lines.size() > PAYOUTS_LINE
              ? Long.parseLong(content(lines, PAYOUTS_LINE, "payouts"))
              : 0);
    } catch (IOException | IllegalArgumentException e) {
      throw new ToolException.StoreDamaged(Message.of("store.side-file-unreadable", file), e);
    }
  }

  private static String content(List<String> lines, int index, String name) {
    String start = name + " ";
    if (index >= lines.size() || !lines.get(index).startsWith(start)) {
      throw new IllegalArgumentException("line " + (index + 1) + " should begin with " + name);
    }
    return lines.get(index).substring(start.length());
  }

  void write(Path file) {
    String text =
        "store "
            + storeId
            + "\nbatches "
            + batches
            + "\nruns "
            + runs
            + "\nentries "
            + entries
            + "\npayouts "
            + payouts
            + "\n";
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    try {
      Files.deleteIfExists(fresh);
      PrivateFiles.createIfAbsent(fresh);
      try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
        channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
        channel.force(true);
      }
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new ToolException.Resources(Message.of("store.side-file-unwritable", file, e), e);
    }
  }

  /** Refuses a store that holds less than was once acknowledged, or that is another one. */
  void requireNotAheadOf(SideFile store, Path database) {
    if (!storeId.equals(store.storeId)) {
      throw new ToolException.StoreDamaged(Message.of("store.other-store", database));
    }
    if (batches > store.batches
        || runs > store.runs
        || entries > store.entries
        || payouts > store.payouts) {
      throw new ToolException.StoreDamaged(
          Message.of(
              "store.behind",
              database,
              store.batches,
              batches,
              store.runs,
              runs,
              store.entries,
              entries,
              store.payouts,
              payouts));
    }
  }
}
