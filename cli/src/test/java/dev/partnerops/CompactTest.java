package dev.partnerops;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code store compact} of a store whose orders were amended many times (RULES 5). */
final class CompactTest {

  private static final int ORDERS = 6_000;
  private static final int AMENDMENTS = 8;
  private static final int KILLS = 5;

  @TempDir private Path folder;

  private Path base;
  private String before;

  @BeforeEach
  void makeBase() throws IOException {
    base = folder.resolve("base");
    Workspaces.make(base, ORDERS);
    for (int i = 1; i <= AMENDMENTS; i++) {
      String file = "amended" + i + ".csv";
      Files.writeString(base.resolve(file), Workspaces.orders(i * 100, ORDERS, 10 + i));
      assertThat(Invocation.of(base, "import", "orders", file).exit()).isZero();
    }
    before = content(base);
  }

  /** What measures, SQL and history say. */
  private static String content(Path place) {
    StringBuilder said = new StringBuilder();
    for (Invocation each :
        List.of(
            Workspaces.content(place),
            Invocation.of(
                place, "query", "select count(*), sum(batch * amount) from history_orders"),
            Invocation.of(place, "history", "orders", "O900"))) {
      assertThat(each.exit()).as(each.stderr()).isZero();
      said.append(each.stdout());
    }
    Invocation doctor =
        Invocation.of(place, "doctor", "--fail-on", "problem", "--columns", "check");
    assertThat(doctor.exit()).as(doctor.stdout()).isZero();
    return said.toString();
  }

  private static long size(Path place) throws IOException {
    return Files.size(place.resolve("store/partnerops.mv.db"));
  }

  @Test
  void theFileBecomesSmallerAndTheContentStays() throws IOException {
    long bytes = size(base);
    Invocation compacted = Invocation.of(base, "store", "compact", "--file");
    assertThat(compacted).matches(each -> each.exit() == 0 && each.stderr().isEmpty());
    assertThat(size(base)).isLessThan(bytes * 3 / 4);
    assertThat(compacted.stdout())
        .isEqualTo(
            "segments_before,segments_after,versions_moved,bytes_before,bytes_after\n9,4,"
                + (ORDERS + AMENDMENTS * ORDERS - 100 * AMENDMENTS * (AMENDMENTS + 1) / 2)
                + ","
                + bytes
                + ","
                + size(base)
                + "\n");
    assertThat(content(base)).isEqualTo(before);

    Invocation again = Invocation.of(base, "store", "compact", "--columns", "versions_moved");
    assertThat(again.stdout()).isEqualTo("versions_moved\n0\n");
    assertThat(again.stderr())
        .isEqualTo("nothing to fold: the orders lie in full segments already\n");
  }

  @Test
  void aKilledCompactingIsDoneAgain() throws Exception {
    killAndRepeat("store", "compact");
  }

  @Test
  void aKilledCompactingOfTheFileIsDoneAgain() throws Exception {
    killAndRepeat("store", "compact", "--file");
  }

  private void killAndRepeat(String... words) throws Exception {
    Path whole = folder.resolve("whole");
    Workspaces.copy(base, whole);
    long start = System.nanoTime();
    assertThat(ToolProcess.run(whole, words).exit()).isZero();
    long millis = (System.nanoTime() - start) / 1_000_000;
    for (int kill = 1; kill <= KILLS; kill++) {
      Path place = folder.resolve("kill" + kill);
      Workspaces.copy(base, place);
      try (ToolProcess compacting = ToolProcess.start(place, words)) {
        Thread.sleep(millis * (2 + kill) / (2 + KILLS));
        compacting.kill();
        compacting.end();
      }
      assertThat(content(place)).isEqualTo(before);
      Invocation again = Invocation.of(place, words);
      assertThat(again.exit()).as(again.stderr()).isZero();
      assertThat(content(place)).isEqualTo(before);
      assertThat(files(place)).isEqualTo(files(whole));
      Workspaces.delete(place);
    }
  }

  private static List<String> files(Path place) throws IOException {
    try (Stream<Path> tree = Files.list(place.resolve("store"))) {
      return tree.map(each -> each.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void aFullDiskLeavesTheOrdersAsTheyWere() throws IOException {
    long kilobytes = size(base) / 1024;
    Invocation full =
        ToolProcess.bash(base, "ulimit -f " + kilobytes + "; \"$@\"", "store", "compact");
    assertThat(full.stderr()).contains("disk is full");
    assertThat(full.exit()).isEqualTo(8);
    assertThat(content(base)).isEqualTo(before);
    assertThat(Invocation.of(base, "store", "compact").exit()).isZero();
    assertThat(content(base)).isEqualTo(before);
  }
}
