package dev.partnerops.store;

import dev.partnerops.model.Message;
import dev.partnerops.model.ToolException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * One lock of the operating system on a small file (RULES 6): it dies with its process, so none is
 * ever stale. The file says who holds it; whoever waited in vain is told.
 */
final class WriterLock implements AutoCloseable {

  private static final long STEP_MILLIS = 50;

  private final FileChannel channel;
  private final FileLock lock;

  private WriterLock(FileChannel channel, FileLock lock) {
    this.channel = channel;
    this.lock = lock;
  }

  /** Alone: nobody else holds the file, shared or not. */
  static WriterLock exclusive(Path file, StoreUse use) {
    WriterLock held = acquire(file, use, false);
    held.sign(use);
    return held;
  }

  /** Together with others who share it. */
  static WriterLock shared(Path file, StoreUse use) {
    return acquire(file, use, true);
  }

  private static WriterLock acquire(Path file, StoreUse use, boolean shared) {
    long deadline = System.nanoTime() + use.patience().toNanos();
    try {
      PrivateFiles.createIfAbsent(file);
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
      while (true) {
        FileLock lock = tryLock(channel, shared);
        if (lock != null) {
          return new WriterLock(channel, lock);
        }
        if (System.nanoTime() >= deadline) {
          channel.close();
          throw new ToolException.StoreBusy(
              Message.of("store.busy", holder(file), use.patience().toSeconds()));
        }
        pause();
      }
    } catch (IOException e) {
      throw new ToolException.Resources(Message.of("store.lock-unusable", file, e), e);
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel, boolean shared)
      throws IOException {
    try {
      return channel.tryLock(0, Long.MAX_VALUE, shared);
    } catch (OverlappingFileLockException heldByThisProcess) {
      return null;
    }
  }

  private static void pause() {
    try {
      Thread.sleep(STEP_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ToolException.StoreBusy(Message.of("store.wait-interrupted"));
    }
  }

  private void sign(StoreUse use) {
    String holder =
        ProcessHandle.current().pid()
            + " "
            + use.command()
            + " "
            + use.clock().instant().truncatedTo(ChronoUnit.SECONDS);
    try {
      channel.truncate(0);
      channel.write(ByteBuffer.wrap(holder.getBytes(StandardCharsets.UTF_8)), 0);
    } catch (IOException e) {
      throw new ToolException.Resources(Message.of("store.lock-unusable", "writer.lock", e), e);
    }
  }

  /** Process, command and start of who holds the lock, as far as the file says. */
  private static Message holder(Path file) throws IOException {
    String[] parts = Files.readString(file).split(" ", 3);
    return parts.length == 3
        ? Message.of("store.holder", parts[1], parts[0], parts[2])
        : Message.of("store.holder-unknown");
  }

  @Override
  public void close() {
    try {
      lock.release();
      channel.close();
    } catch (IOException e) {
      throw new ToolException.Resources(Message.of("store.lock-unusable", "writer.lock", e), e);
    }
  }
}
