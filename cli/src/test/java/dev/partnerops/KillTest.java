package dev.partnerops;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code kill -9} at any moment of an import (RELIABILITY, R1): what is there afterwards is the
 * store before or after, what was acknowledged is there, and the same command finishes the work.
 */
final class KillTest {

  private static final int KILLS = 10;

  @TempDir private Path folder;

  @Test
  void aKilledImportIsWholeOrNotAtAll() throws Exception {
    Path base = folder.resolve("base");
    Workspaces.make(base, 6_000);
    Files.writeString(base.resolve("night.csv"), Workspaces.orders(5_000, 12_000, 20));
    String before = Workspaces.content(base).stdout();

    Path whole = folder.resolve("whole");
    Workspaces.copy(base, whole);
    long start = System.nanoTime();
    assertThat(ToolProcess.run(whole, "import", "orders", "night.csv").exit()).isZero();
    long millis = (System.nanoTime() - start) / 1_000_000;
    String after = Workspaces.content(whole).stdout();
    assertThat(after).isNotEqualTo(before);

    for (int kill = 1; kill <= KILLS; kill++) {
      Path place = folder.resolve("kill" + kill);
      Workspaces.copy(base, place);
      boolean acknowledged = importAndKill(place, millis * (2 + kill) / (2 + KILLS));
      Invocation left = Workspaces.content(place);
      assertThat(left.exit()).as(left.stderr()).isZero();
      assertThat(left.stdout()).isIn(before, after);
      if (acknowledged) {
        assertThat(left.stdout()).isEqualTo(after);
      }
      Invocation again = Invocation.of(place, "import", "orders", "night.csv");
      assertThat(again.exit()).as(again.stderr()).isZero();
      assertThat(Workspaces.content(place).stdout()).isEqualTo(after);
      Workspaces.delete(place);
    }
  }

  /** Whether the import had told its success before it was killed. */
  private static boolean importAndKill(Path place, long millis)
      throws IOException, InterruptedException {
    try (ToolProcess importer = ToolProcess.start(place, "import", "orders", "night.csv")) {
      Thread.sleep(millis);
      importer.kill();
      return importer.end().stdout().contains(",imported,");
    }
  }
}
