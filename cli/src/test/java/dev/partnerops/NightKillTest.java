package dev.partnerops;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerops.model.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Nights that are killed, and two at once (RELIABILITY, R1; SPEC section 6): a night that was
 * killed at any moment, once or more often, and is started again ends with the store and the files
 * of one that was not. {@code bin/check -Dtest=NightKillTest -Dkills=50} kills more of them, {@code
 * -Dkill.seed=…} others.
 */
final class NightKillTest {

  private static final int KILLED_NIGHTS = Integer.getInteger("kills", 12);
  private static final long SEED = Long.getLong("kill.seed", 5);
  private static final Path SAMPLES = Path.of("../samples");
  private static final List<String> FILES =
      List.of(
          "merchants", "providers", "affiliations", "leaders", "promoters", "bookings", "orders");
  private static final List<String> PROGRAMMES =
      List.of("fanxing", "leader-no-show", "service-provider-partner", "supply-chain-badges");

  /** One bad file: the night goes on, and ends with exit 3. */
  private static final int ENDS_WITH = 3;

  @TempDir private Path folder;

  private Path base;

  @BeforeEach
  void makeBase() throws IOException {
    base = folder.resolve("base");
    Files.createDirectories(base.resolve("inbox"));
    assertThat(Invocation.of(base, "init").exit()).isZero();
    for (String name : PROGRAMMES) {
      Files.copy(
          SAMPLES.resolve("programmes/" + name + ".yaml"),
          base.resolve("programmes/" + name + ".yaml"));
    }
    for (String name : FILES) {
      Files.copy(
          SAMPLES.resolve("csv/" + name + ".csv"), base.resolve("inbox/" + name + "-1105.csv"));
    }
    // Some rows that nobody can take, in a file that goes aside and in one that does not.
    String orders = Files.readString(SAMPLES.resolve("csv/orders.csv"));
    String header = orders.substring(0, orders.indexOf('\n') + 1);
    Files.writeString(base.resolve("inbox/orders-bad.csv"), header + "O1,nonsense\nO2\n");
    Files.writeString(
        base.resolve("inbox/sessions.csv"),
        "session_id,promoter_id,started_at\nX1,D01,2020-10-01 10:00\nX2,D01,never\n"
            + "X3,D01,2020-10-02 10:00\nX4,D01,2020-10-03 10:00\n");
    Files.writeString(base.resolve("inbox/strange.csv"), "a,b\n1,2\n");
  }

  @Test
  void aKilledNightThatIsStartedAgainEndsAsOneThatWasNot() throws Exception {
    Path whole = copy("whole");
    long start = System.nanoTime();
    Invocation night = ToolProcess.run(whole, night());
    long millis = (System.nanoTime() - start) / 1_000_000;
    assertThat(night.exit()).as(night.stderr()).isEqualTo(ENDS_WITH);
    String store = StoreDigestTest.digest(whole);
    Map<String, String> files = files(whole);
    assertThat(files)
        .containsKeys(
            "inbox/done/orders-1105.csv",
            "inbox/done/sessions.csv.rejects.csv",
            "inbox/failed/orders-bad.csv.rejects.csv",
            "inbox/failed/strange.csv",
            "reports/2020-11-05/nightly.json",
            "reports/2020-11-05/fanxing-2020-11-05-fee.csv");

    Random random = new Random(SEED);
    int interrupted = 0;
    for (int kill = 1; kill <= KILLED_NIGHTS; kill++) {
      Path place = copy("kill" + kill);
      int times = 1 + random.nextInt(3);
      StringBuilder moments = new StringBuilder();
      for (int time = 1; time <= times; time++) {
        long moment = millis / 8 + (long) (millis * random.nextDouble());
        interrupted += killAt(place, moment) ? 1 : 0;
        moments.append(' ').append(moment);
      }
      String what = "night " + kill + " of seed " + SEED + ", killed at" + moments;
      Invocation again = Invocation.of(place, night());
      // One that had ended before its kill says that there is nothing to do.
      assertThat(again.exit()).as(what + again.stderr()).isIn(ENDS_WITH, 0);
      assertThat(StoreDigestTest.digest(place)).as(what).isEqualTo(store);
      assertThat(files(place)).as(what).isEqualTo(files);
      assertNothingLeftToDo(place, store, files);
      Workspaces.delete(place);
    }
    assertThat(interrupted).as("kills before the end of a night").isGreaterThan(KILLED_NIGHTS / 2);
  }

  /** A finished night that is started again does nothing. */
  private static void assertNothingLeftToDo(Path place, String store, Map<String, String> files)
      throws IOException {
    Invocation nothing = Invocation.of(place, night());
    assertThat(nothing.exit()).as(nothing.stderr()).isZero();
    assertThat(nothing.stdout()).contains("night,2020-11-05,nothing_to_do");
    assertThat(StoreDigestTest.digest(place)).isEqualTo(store);
    assertThat(files(place)).isEqualTo(files);
  }

  @Test
  void ofTwoNightsAtOnceOneWorksAndTheOtherWaits() throws Exception {
    Path alone = copy("alone");
    assertThat(Invocation.of(alone, night()).exit()).isEqualTo(ENDS_WITH);
    Path both = copy("both");
    try (ToolProcess one = ToolProcess.start(both, night());
        ToolProcess other = ToolProcess.start(both, night())) {
      List<Invocation> ended = List.of(one.end(), other.end());
      assertThat(ended).extracting(Invocation::exit).containsExactlyInAnyOrder(ENDS_WITH, 0);
      assertThat(ended)
          .filteredOn(each -> each.stdout().contains("nothing_to_do"))
          .as(ended.toString())
          .hasSize(1);
    }
    assertThat(StoreDigestTest.digest(both)).isEqualTo(StoreDigestTest.digest(alone));
    assertThat(files(both)).isEqualTo(files(alone));
  }

  @Test
  void aNightThatMayNotWaitSaysWhoHasTheStore() throws Exception {
    assertThat(new ProcessBuilder("mkfifo", base.resolve("pipe").toString()).start().waitFor())
        .isZero();
    try (ToolProcess importer = ToolProcess.start(base, "import", "orders", "pipe");
        var pipe = Files.newBufferedWriter(base.resolve("pipe"), StandardCharsets.UTF_8)) {
      pipe.write(Workspaces.orders(0, 1, 10));
      pipe.flush();
      Map<String, String> files = files(base);
      Invocation night =
          Invocation.of(base, "nightly", "--inbox", "inbox", "--wait", "1", "--log-format", "json");
      assertThat(night.exit()).isEqualTo(6);
      assertThat(night.stderr())
          .hasLineCount(1)
          .contains("\"level\": \"error\"", "in use by import (process ", "waited 1 s");
      assertThat(night.stdout()).isEmpty();
      assertThat(files(base)).isEqualTo(files);
      importer.kill();
    }
  }

  private static String[] night() {
    return new String[] {
      "nightly",
      "--inbox",
      "inbox",
      "--as-of",
      "2020-11-05",
      "--auto-approve",
      "--max-rejects",
      "25%"
    };
  }

  /** Whether it was still at work then. */
  private static boolean killAt(Path place, long millis) throws InterruptedException {
    try (ToolProcess night = ToolProcess.start(place, night())) {
      Thread.sleep(millis);
      boolean working = night.isRunning();
      night.kill();
      night.end();
      return working;
    }
  }

  private Path copy(String name) throws IOException {
    Path place = folder.resolve(name);
    Workspaces.copy(base, place);
    return place;
  }

  /** Every file but the store's, with its digest. */
  private static Map<String, String> files(Path place) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> tree = Files.walk(place)) {
      for (Path file : tree.filter(Files::isRegularFile).toList()) {
        String name = place.relativize(file).toString();
        if (!name.startsWith("store/")) {
          files.put(
              name, Sha256.of(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)));
        }
      }
    }
    return files;
  }
}
