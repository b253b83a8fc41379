package dev.partnerops.store;

import dev.partnerops.store.LockFile.Way;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Who may have the store's file open (RULES 6): readers together, or one writer, in turns.
 *
 * <p>Three locks. The <em>writers'</em> is held by a command that may write, from start to end. The
 * <em>turn</em> is held by whoever has the file open. The <em>gate</em> stands before the turn: a
 * reader goes through it, and while it waits for its turn it holds the gate open, which is how a
 * writer sees it; a writer that waits for readers to end holds the gate shut, so that new ones do
 * not keep it out. All of them die with their process: a reader that was killed while it waited
 * holds nobody up.
 */
final class StoreLocks implements AutoCloseable {

  private static final Duration TURN = Duration.ofSeconds(5);

  /** How long one who has been let in may take to come; another that hangs is passed over. */
  private static final Duration GRACE = Duration.ofSeconds(1);

  /**
   * A writer in the midst of its work waits at least so long for readers it let in: what it has
   * done is worth more than a command's first attempt.
   */
  private static final Duration MIDWAY_PATIENCE = Duration.ofMinutes(10);

  private final StoreUse use;
  private final @Nullable LockFile writers;
  private final LockFile gate;
  private final LockFile turn;
  private long turnStart;

  private StoreLocks(StoreFolder folder, StoreUse use, boolean writes) {
    this.use = use;
    writers = writes ? LockFile.open(folder.writerLock()) : null;
    gate = LockFile.open(folder.gateLock());
    turn = LockFile.open(folder.turnLock());
  }

  /** A turn with other readers. */
  static StoreLocks toRead(StoreFolder folder, StoreUse use) {
    StoreLocks locks = new StoreLocks(folder, use, false);
    try {
      locks.enter();
      return locks;
    } catch (RuntimeException e) {
      locks.close();
      throw e;
    }
  }

  private void enter() {
    long start = System.nanoTime();
    if (!gate.lockWithin(use.patience(), Way.SHARED)) {
      throw gate.busy(use);
    }
    Duration left = use.patience().minusNanos(System.nanoTime() - start);
    if (!turn.lockWithin(left, Way.SHARED)) {
      throw turn.busy(use);
    }
    turn.sign(use);
    gate.release();
  }

  /** The writers' lock until closed, and a first turn. */
  static StoreLocks toWrite(StoreFolder folder, StoreUse use) {
    StoreLocks locks = new StoreLocks(folder, use, true);
    try {
      locks.takeWriters();
      locks.takeTurn(use.patience());
      return locks;
    } catch (RuntimeException e) {
      locks.close();
      throw e;
    }
  }

  /** The writers' lock until closed, where there is no file yet to have open. */
  static StoreLocks toCreate(StoreFolder folder, StoreUse use) {
    StoreLocks locks = new StoreLocks(folder, use, true);
    try {
      locks.takeWriters();
      return locks;
    } catch (RuntimeException e) {
      locks.close();
      throw e;
    }
  }

  private void takeWriters() {
    if (writers == null) {
      throw new IllegalStateException("a reader does not write");
    }
    if (!writers.lockWithin(use.patience(), Way.ALONE)) {
      throw writers.busy(use);
    }
    writers.sign(use);
  }

  private void takeTurn(Duration patience) {
    long start = System.nanoTime();
    while (true) {
      boolean isShut = gate.lockWithin(min(GRACE, patience), Way.ALONE);
      if (isShut) {
        gate.sign(use);
      }
      boolean isMine = turn.lockWithin(min(TURN, patience), Way.ALONE);
      gate.release();
      if (isMine) {
        turn.sign(use);
        turnStart = System.nanoTime();
        return;
      }
      if (System.nanoTime() - start >= patience.toNanos()) {
        throw turn.busy(use);
      }
      // Behind a reader that takes long, others may go in now and then.
      LockFile.pause();
      LockFile.pause();
    }
  }

  private static Duration min(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  /** Whether a writer has had its turn and a reader waits. */
  boolean isTurnOver() {
    if (writers == null || System.nanoTime() - turnStart < TURN.toNanos()) {
      return false;
    }
    if (gate.tryLock(Way.ALONE)) {
      gate.release();
      return false;
    }
    return true;
  }

  /** Lets readers in, does that work, and comes back when they have ended; the file is closed. */
  void giveWayWhile(Runnable work) {
    turn.release();
    work.run();
    takeTurn(use.patience().compareTo(MIDWAY_PATIENCE) > 0 ? use.patience() : MIDWAY_PATIENCE);
  }

  @Override
  public void close() {
    turn.close();
    gate.close();
    if (writers != null) {
      writers.close();
    }
  }
}
