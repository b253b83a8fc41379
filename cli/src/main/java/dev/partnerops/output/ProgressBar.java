package dev.partnerops.output;

import java.io.PrintWriter;
import java.time.Clock;

/**
 * A bar on stderr for work that takes longer than a second; drawn only where a person sees it (SPEC
 * section 6). Closing takes it away.
 */
public final class ProgressBar implements AutoCloseable {

  private static final int WIDTH = 30;
  private static final long PATIENCE_MILLIS = 1_000;
  private static final long STEP_MILLIS = 200;

  private final PrintWriter err;
  private final boolean seen;
  private final Clock clock;
  private final String label;
  private final long total;
  private long next;
  private int drawn;

  /**
   * {@code seen}: whether stderr is a terminal; {@code total}: what there is to do, in any unit.
   */
  public ProgressBar(PrintWriter err, boolean seen, Clock clock, String label, long total) {
    this.err = err;
    this.seen = seen;
    this.clock = clock;
    this.label = label;
    this.total = Math.max(1, total);
    this.next = clock.millis() + PATIENCE_MILLIS;
  }

  /** So much of the total is done; cheap enough to call often, though not for every row. */
  public void at(long done) {
    if (!seen || clock.millis() < next) {
      return;
    }
    next = clock.millis() + STEP_MILLIS;
    long reached = Math.clamp(done, 0, total);
    int full = (int) (reached * WIDTH / total);
    String bar = "█".repeat(full) + "░".repeat(WIDTH - full);
    String line = label + " " + bar + " " + reached * 100 / total + "%";
    err.print("\r" + line);
    err.flush();
    drawn = DisplayWidth.of(line);
  }

  @Override
  public void close() {
    if (drawn > 0) {
      err.print("\r" + " ".repeat(drawn) + "\r");
      err.flush();
      drawn = 0;
    }
  }
}
