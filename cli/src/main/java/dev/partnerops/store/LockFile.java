package dev.partnerops.store;

import dev.partnerops.model.Message;
import dev.partnerops.model.ToolException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * A small file that commands lock, alone or together (RULES 6). The operating system holds the lock
 * and drops it with the process, so that none is ever stale. The file says who took it last;
 * whoever waited in vain is told.
 */
final class LockFile implements AutoCloseable {

  private static final long STEP_MILLIS = 50;
  private static final int LONGEST_SIGNATURE = 1000;

  /** Alone, or together with others who share. */
  enum Way {
    ALONE,
    SHARED
  }

  private final Path file;
  private final FileChannel channel;
  private @Nullable FileLock lock;

  private LockFile(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /** Not locked yet. */
  static LockFile open(Path file) {
    try {
      PrivateFiles.createIfAbsent(file);
      return new LockFile(
          file, FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE));
    } catch (IOException e) {
      throw unusable(file, e);
    }
  }

  private static ToolException unusable(Path file, IOException cause) {
    return new ToolException.Resources(Message.of("store.lock-unusable", file, cause), cause);
  }

  boolean tryLock(Way way) {
    try {
      lock = channel.tryLock(0, Long.MAX_VALUE, way == Way.SHARED);
    } catch (OverlappingFileLockException heldByThisProcess) {
      lock = null;
    } catch (IOException e) {
      throw unusable(file, e);
    }
    return lock != null;
  }

  /** Tries again and again; false where the time has passed without it. */
  boolean lockWithin(Duration patience, Way way) {
    long start = System.nanoTime();
    while (!tryLock(way)) {
      if (System.nanoTime() - start >= patience.toNanos()) {
        return false;
      }
      pause();
    }
    return true;
  }

  static void pause() {
    try {
      Thread.sleep(STEP_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ToolException.StoreBusy(Message.of("store.wait-interrupted"));
    }
  }

  /** Says in the file who has it. */
  void sign(StoreUse use) {
    String holder =
        ProcessHandle.current().pid()
            + " "
            + use.clock().instant().truncatedTo(ChronoUnit.SECONDS)
            + " "
            + use.command();
    try {
      channel.truncate(0);
      channel.write(ByteBuffer.wrap(holder.getBytes(StandardCharsets.UTF_8)), 0);
    } catch (IOException e) {
      throw unusable(file, e);
    }
  }

  /** Names who has it, as far as the file says and that process lives. */
  ToolException.StoreBusy busy(StoreUse use) {
    return new ToolException.StoreBusy(
        Message.of("store.busy", holder(), use.patience().toSeconds()));
  }

  private Message holder() {
    // Through this channel: another one on the file would drop the locks of the process when
    // closed.
    ByteBuffer content = ByteBuffer.allocate(LONGEST_SIGNATURE);
    try {
      channel.read(content, 0);
    } catch (IOException e) {
      throw unusable(file, e);
    }
    String text = new String(content.array(), 0, content.position(), StandardCharsets.UTF_8);
    String[] parts = text.split(" ", 3);
    return parts.length == 3 && isAlive(parts[0])
        ? Message.of("store.holder", parts[2], parts[0], parts[1])
        : Message.of("store.holder-unknown");
  }

  private static boolean isAlive(String pid) {
    return pid.matches("[0-9]{1,18}") && ProcessHandle.of(Long.parseLong(pid)).isPresent();
  }

  void release() {
    if (lock == null) {
      return;
    }
    try {
      lock.release();
      lock = null;
    } catch (IOException e) {
      throw unusable(file, e);
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw unusable(file, e);
    }
  }
}
