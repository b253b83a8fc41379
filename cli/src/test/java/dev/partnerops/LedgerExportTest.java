package dev.partnerops;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerops.model.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Payout files: each entry in one, the same bytes whatever ended an export before. */
final class LedgerExportTest {

  private static final String PAYOUTS = "select count(*) as payouts from payouts";

  @TempDir private Path folder;

  private LedgerDesk desk;

  @BeforeEach
  void make() throws IOException {
    desk = LedgerDesk.ofSeptember(folder);
  }

  @Test
  void aSecondExportHasOnlyWhatIsNew() throws IOException {
    desk.done("ledger", "export");
    Map<String, String> before = files();
    assertThat(desk.done("ledger", "export", "--no-header")).isEmpty();
    assertThat(files()).isEqualTo(before);

    desk.andOctober();
    assertThat(desk.done("ledger", "export", "--no-header", "--columns", "payout,kind,entries"))
        .isEqualTo("5,cash,4\n6,fee,3\n");
    assertThat(files()).containsAllEntriesOf(before).hasSize(12);
    // Nothing of the run that was taken back.
    assertThat(desk.done("ledger", "list", "--run", "2", "--no-header", "--columns", "payout"))
        .matches("(\"\"\n){14}");
  }

  @Test
  void filesArePrivate() throws IOException {
    desk.done("ledger", "export");
    for (String name : files().keySet()) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(desk.payout(name))))
          .isEqualTo("rw-------");
    }
  }

  /** Ended after the row was published and before the files had their names. */
  @Test
  void whatWasPublishedAndHasNoNameIsEndedWithTheSameBytes() throws Exception {
    desk.done("ledger", "export");
    Map<String, String> whole = files();
    for (String name : whole.keySet()) {
      Files.move(desk.payout(name), desk.payout(name + ".part"));
    }
    desk.sql("delete from base.payout_placed");

    Invocation ended = desk.run("ledger", "export", "--no-header", "--columns", "payout");

    assertThat(ended.exit()).isZero();
    assertThat(ended.stdout()).isEqualTo("1\n2\n3\n4\n");
    assertThat(ended.stderr()).contains("payout file 1 was begun").hasLineCount(4);
    assertThat(files()).isEqualTo(whole);
    assertThat(desk.done("ledger", "export", "--no-header")).isEmpty();
  }

  /** Ended after the csv had its name and before the manifest had. */
  @Test
  void whatHasOneOfItsTwoNamesIsEnded() throws Exception {
    desk.done("ledger", "export");
    Map<String, String> whole = files();
    Files.delete(desk.payout("payout-000003.json"));
    desk.sql("delete from base.payout_placed where payout = 3");

    assertThat(desk.done("ledger", "export", "--no-header", "--columns", "payout"))
        .isEqualTo("3\n");
    assertThat(files()).isEqualTo(whole);
  }

  /** What is begun is ended first, then comes what is new. */
  @Test
  void whatIsEndedIsNotExportedAgain() throws Exception {
    desk.done("ledger", "export", "--kind", "credit");
    Files.delete(desk.payout("payout-000001.csv"));
    Files.delete(desk.payout("payout-000001.json"));
    desk.sql("delete from base.payout_placed");

    assertThat(desk.done("ledger", "export", "--no-header", "--columns", "payout,kind"))
        .isEqualTo("1,credit\n2,cash\n3,service\n4,fee\n");
  }

  /** Ended before the row was published: nothing was paid from what lies there. */
  @Test
  void whatWasNotPublishedIsWrittenAnew() throws IOException {
    Files.createDirectories(desk.payout("x").getParent());
    Files.writeString(desk.payout("payout-000001.csv.part"), "half a li");
    desk.done("ledger", "export");
    assertThat(files()).hasSize(8);
  }

  /** As after a store was restored from a backup: its numbers begin again at an earlier one. */
  @Test
  void aFileInTheWayIsLeftAloneAndNothingIsPublished() throws IOException {
    Files.createDirectories(desk.payout("x").getParent());
    Files.writeString(desk.payout("payout-000001.csv"), "paid from\n");

    assertThat(desk.refused(5, "ledger", "export")).contains("payout-000001.csv");

    assertThat(files()).isEqualTo(Map.of("payout-000001.csv", "paid from\n"));
    assertThat(desk.done("query", PAYOUTS, "--no-header")).isEqualTo("0\n");
    desk.done("ledger", "export", "--to", "elsewhere");
  }

  @Test
  void againWritesTheSameBytes() throws IOException {
    desk.done("ledger", "export");
    Map<String, String> whole = files();
    Files.writeString(desk.payout("payout-000002.csv"), "opened and saved by a spreadsheet");
    Files.delete(desk.payout("payout-000003.json"));

    desk.done("ledger", "export", "--again", "2");
    desk.done("ledger", "export", "--again", "3");

    assertThat(files()).isEqualTo(whole);
  }

  @Test
  void againRefusesWhatIsNotAsItWas() throws IOException, SQLException {
    desk.done("ledger", "export");
    Map<String, String> whole = files();
    desk.sql("update base.ledger_entry set fen = fen + 1 where entry = 1");

    assertThat(desk.refused(7, "ledger", "export", "--again", "1")).contains("payout file 1");

    assertThat(files()).isEqualTo(whole);
  }

  @Test
  void eachManifestNamesTheOneBefore() throws Exception {
    desk.done("ledger", "export");
    assertThat(Files.readString(desk.payout("payout-000001.json")))
        .contains("\"previous_manifest_sha256\": null");
    for (int payout = 2; payout <= 4; payout++) {
      String before =
          Sha256.of(Files.readString(desk.payout("payout-00000" + (payout - 1) + ".json")));
      assertThat(Files.readString(desk.payout("payout-00000" + payout + ".json")))
          .contains("\"previous_manifest_sha256\": \"" + before + "\"");
    }
  }

  @Test
  void aRunOfWhichAnEntryIsInAFileIsNotTakenBack() {
    desk.done("ledger", "export", "--kind", "fee");
    assertThat(desk.refused(5, "reject", "1")).contains("payout file 1");
    desk.done("ledger", "verify");
  }

  @Test
  void aRunOfWhichNoneIsMayBeTakenBack() {
    desk.done("reject", "1");
    assertThat(desk.done("ledger", "export", "--no-header")).isEmpty();
    assertThat(
            desk.done(
                "ledger", "balance", "--by", "account", "--no-header", "--columns", "balance"))
        .matches("(0\\.00\n)+");
    desk.done("ledger", "verify");
  }

  private Map<String, String> files() throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> names = Files.list(desk.payout("x").getParent())) {
      for (Path file : names.toList()) {
        files.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return files;
  }
}
