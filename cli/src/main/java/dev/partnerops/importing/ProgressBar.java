package dev.partnerops.importing;

import java.io.PrintWriter;
import java.time.Clock;

/** A bar on a terminal's stderr for work of more than a second; gone when the work is done. */
final class ProgressBar implements Progress {

  private static final long PATIENCE_MILLIS = 1000;
  private static final long REDRAW_MILLIS = 200;
  private static final int WIDTH = 30;

  private final PrintWriter terminal;
  private final Clock clock;
  private final long started;
  private long drawn;

  ProgressBar(PrintWriter terminal, Clock clock) {
    this.terminal = terminal;
    this.clock = clock;
    this.started = clock.millis();
  }

  @Override
  public void at(String file, long done, long all) {
    long now = clock.millis();
    if (now - started < PATIENCE_MILLIS || now - drawn < REDRAW_MILLIS || all <= 0) {
      return;
    }
    drawn = now;
    int percent = (int) Math.min(100, done * 100 / all);
    int filled = percent * WIDTH / 100;
    terminal.print(
        "\r[%s%s] %3d%% %s\u001b[K"
            .formatted("#".repeat(filled), " ".repeat(WIDTH - filled), percent, Quoted.text(file)));
    terminal.flush();
  }

  /** Leaves the line as it was. */
  void clear() {
    if (drawn > 0) {
      terminal.print("\r\u001b[K");
      terminal.flush();
      drawn = 0;
    }
  }
}
