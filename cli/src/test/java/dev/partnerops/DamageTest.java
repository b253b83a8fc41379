package dev.partnerops;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A damaged store (RELIABILITY, rule 4 and R6): exit 7, one line that says what to do, never a
 * stack trace, and never another answer than the right one.
 */
final class DamageTest {

  private static final int FLIPS = 40;

  @TempDir private static Path folder;

  private static Path base;
  private static String content;

  private Path place;
  private Path database;

  @BeforeAll
  static void makeBase() throws IOException {
    base = folder.resolve("base");
    Workspaces.make(base, 3_000);
    content = Workspaces.content(base).stdout();
    assertThat(content).contains("M49");
  }

  @BeforeEach
  void copy() throws IOException {
    place = folder.resolve("place");
    Workspaces.copy(base, place);
    database = place.resolve("store/partnerops.mv.db");
  }

  @AfterEach
  void delete() throws IOException {
    Workspaces.delete(place);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(doubles = {0, 0.01, 0.1, 0.25})
  void aStoreThatWasCutOffIsRefused(double share) throws IOException {
    cutOff(share);
    assertRefused(info());
  }

  /** The end of the file may be room that nothing uses. */
  @ParameterizedTest(name = "{0}")
  @ValueSource(doubles = {0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.999})
  void aStoreThatLostItsEndGivesTheRightAnswerOrNone(double share) throws IOException {
    cutOff(share);
    assertRightOrRefused(Workspaces.content(place));
  }

  /**
   * The newest part of a store that was written often stands before an older one, so that its first
   * pages are whole though its end is gone.
   */
  @ParameterizedTest(name = "{0}")
  @ValueSource(doubles = {0.1, 0.3, 0.5, 0.6, 0.7, 0.8, 0.9, 0.97})
  void everyCommandRefusesAStoreThatWasWrittenOftenAndCutOff(double share) throws IOException {
    writeOften();
    String whole = Workspaces.content(place).stdout();
    cutOff(share);
    if (info().exit() == 0) {
      // What it lost was no longer in use.
      assertThat(Workspaces.content(place)).isEqualTo(new Invocation(0, whole, ""));
      return;
    }
    String said = assertRefused(info());
    assertThat(assertRefused(Invocation.of(place, "query", "select 1 as n from orders")))
        .isEqualTo(said);
    assertThat(assertRefused(Workspaces.content(place))).isEqualTo(said);
    assertRefused(Invocation.of(place, "import", "merchants", "merchants.csv", "--again"));
    assertRefused(info());
  }

  private void writeOften() {
    for (int i = 0; i < 4; i++) {
      Invocation again = Invocation.of(place, "import", "orders", "orders.csv", "--again");
      assertThat(again.exit()).as(again.stderr()).isZero();
      again = Invocation.of(place, "import", "merchants", "merchants.csv", "--again");
      assertThat(again.exit()).as(again.stderr()).isZero();
    }
    assertThat(info().exit()).isZero();
  }

  /** H2 keeps a file that it failed to open locked: that is damage, not another program. */
  @Test
  void aSecondTryInTheSameProcessSaysTheSame() throws IOException {
    byte[] whole = Files.readAllBytes(database);
    Random random = new Random(5);
    int keptLocked = 0;
    for (int round = 0; round < 20; round++) {
      byte[] damaged = whole.clone();
      for (int flip = 0; flip < 200; flip++) {
        damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
      }
      // A new file each time: the lock is on the old one.
      Files.delete(database);
      Files.write(database, damaged);
      Invocation first = info();
      Invocation second = info();
      assertThat(second.exit()).as(second.stderr()).isEqualTo(first.exit());
      keptLocked += second.stderr().equals(first.stderr()) ? 0 : 1;
    }
    assertThat(keptLocked).as("rounds in which H2 kept the file locked").isPositive();
  }

  private void cutOff(double share) throws IOException {
    try (FileChannel file = FileChannel.open(database, StandardOpenOption.WRITE)) {
      file.truncate((long) (file.size() * share));
    }
  }

  @Test
  void anotherStoreInItsPlaceIsRefused() throws IOException {
    Path other = folder.resolve("other");
    assertThat(Invocation.of(folder, "init", "other").exit()).isZero();
    Files.copy(
        other.resolve("store/partnerops.mv.db"), database, StandardCopyOption.REPLACE_EXISTING);
    assertThat(assertRefused(info())).contains("is not the store that belongs");
    Workspaces.delete(other);
  }

  @Test
  void anOlderStateOfTheStoreIsRefused() throws IOException {
    Path newer = folder.resolve("newer");
    Workspaces.copy(base, newer);
    assertThat(Invocation.of(newer, "import", "merchants", "merchants.csv", "--again").exit())
        .isZero();
    Files.copy(
        newer.resolve("store/partnerops.state"),
        place.resolve("store/partnerops.state"),
        StandardCopyOption.REPLACE_EXISTING);
    assertThat(assertRefused(info())).contains("less than was acknowledged", "2 of 3");
    Workspaces.delete(newer);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "store x\n", "store x\nbatches many\nruns 0\nentries 0\n"})
  void aDamagedSideFileIsRefused(String text) throws IOException {
    Files.writeString(place.resolve("store/partnerops.state"), text);
    assertThat(assertRefused(info())).contains("partnerops.state");
  }

  @Test
  void aMissingSideFileIsRefused() throws IOException {
    Files.delete(place.resolve("store/partnerops.state"));
    assertThat(assertRefused(info())).contains("partnerops.state");
  }

  @Test
  void aLinkInPlaceOfTheStoreIsRefused() throws IOException {
    Path real = place.resolve("real.mv.db");
    Files.move(database, real);
    Files.createSymbolicLink(database, real);
    assertThat(assertRefused(info())).contains("is a symbolic link");
  }

  @Test
  void aLinkInPlaceOfItsFolderIsRefused() throws IOException {
    Path real = place.resolve("real");
    Files.move(place.resolve("store"), real);
    Files.createSymbolicLink(place.resolve("store"), real);
    assertThat(assertRefused(info())).contains("is a symbolic link");
  }

  @Test
  void noiseInPlaceOfTheStoreIsRefused() throws IOException {
    byte[] noise = new byte[200_000];
    new Random(1).nextBytes(noise);
    Files.write(database, noise);
    assertRefused(info());
  }

  @Test
  void aFlippedBitNeverChangesAnAnswerAboutOrders() throws IOException {
    byte[] whole = Files.readAllBytes(database);
    Random random = new Random(20201106);
    for (int flip = 0; flip < FLIPS; flip++) {
      int at = flip < 10 ? random.nextInt(8_192) : random.nextInt(whole.length);
      byte[] one = {(byte) (whole[at] ^ (1 << random.nextInt(8)))};
      Path flipped = folder.resolve("flip" + flip);
      Workspaces.copy(base, flipped);
      try (FileChannel file =
          FileChannel.open(flipped.resolve("store/partnerops.mv.db"), StandardOpenOption.WRITE)) {
        file.write(ByteBuffer.wrap(one), at);
      }
      assertRightOrRefused(Workspaces.content(flipped));
    }
  }

  private static void assertRightOrRefused(Invocation read) {
    if (read.exit() == 0) {
      assertThat(read.stdout()).isEqualTo(content);
    } else {
      assertRefused(read);
    }
  }

  private Invocation info() {
    return Invocation.of(place, "store", "info");
  }

  private static String assertRefused(Invocation invocation) {
    assertThat(invocation.exit()).as(invocation.stderr()).isEqualTo(7);
    assertThat(invocation.stdout()).isEmpty();
    assertThat(invocation.stderr()).hasLineCount(1);
    for (String word : List.of("Exception", "org.h2", "jdbc:", "SQL", "\tat ")) {
      assertThat(invocation.stderr()).doesNotContain(word);
    }
    return invocation.stderr();
  }
}
