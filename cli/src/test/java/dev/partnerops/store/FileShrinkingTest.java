package dev.partnerops.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.partnerops.model.ToolException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The store's file without the room that nothing uses: the same content, or the file as it was
 * (RELIABILITY, rule 3).
 */
final class FileShrinkingTest {

  private static final StoreUse USE =
      new StoreUse(
          "test",
          Duration.ofSeconds(5),
          Clock.fixed(Instant.parse("2020-11-06T02:00:00Z"), ZoneOffset.UTC));

  private static final StoreProgress SILENT = (done, all) -> {};

  @TempDir private Path place;

  private StoreFolder folder;

  /** Columns of some megabytes, most of them deleted again. */
  @BeforeEach
  void makeStore() throws SQLException {
    folder = new StoreFolder(place.resolve("store"));
    Store.create(folder, USE);
    try (Store store = Store.openToWrite(folder, USE)) {
      execute(
          store.connection(),
          "insert into base.order_column (segment_column, content)"
              + " select x, secure_rand(20000) from system_range(1, 200)");
      store.publish();
      execute(store.connection(), "delete from base.order_column where segment_column > 20");
      execute(
          store.connection(),
          "insert into base.order_superseded values (1, 2, x'00'), (2, 1, x'01')");
      store.publish();
    }
  }

  private static void execute(Connection connection, String statement) throws SQLException {
    try (Statement each = connection.createStatement()) {
      each.execute(statement);
    }
  }

  /** Which file stands in the store's place, and what it holds of what the tests change. */
  private String file() throws IOException, SQLException {
    try (Store store = Store.openToRead(folder, USE);
        Statement statement = store.connection().createStatement();
        ResultSet row =
            statement.executeQuery(
                "select count(*), sum(length(content)), (select max(content) from base.property),"
                    + " (select max(positions) from base.order_superseded) from base.order_column")) {
      row.next();
      return Files.readAttributes(folder.database(), BasicFileAttributes.class).fileKey()
          + row.getString(1)
          + row.getString(2)
          + row.getString(3)
          + row.getString(4);
    }
  }

  @Test
  void theFileIsSmallerAndHoldsTheSame() throws IOException {
    long before = Files.size(folder.database());
    List<Long> told = new ArrayList<>();
    try (Store store = Store.openToWrite(folder, USE)) {
      String id = store.id();
      store.shrinkFile((done, all) -> {
        told.add(done);
        assertThat(done).isLessThanOrEqualTo(all);
      });
      assertThat(store.id()).isEqualTo(id);
      store.publish();
    }
    assertThat(Files.size(folder.database())).isLessThan(before / 2);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.database())))
        .isEqualTo("rw-------");
    assertThat(folder.path().resolve("fresh")).doesNotExist();
  }

  /** What goes wrong in the copy, as H2 is known to do it. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "delete from base.order_column where segment_column = 20        | base.order_column",
        "insert into base.order_column values (21, x'00')               | base.order_column",
        "update base.order_column set content = x'00' where segment_column = 7 | base.order_column",
        "update base.order_superseded set positions = x'02' where batch = 2 | base.order_superseded",
        "update base.property set content = 'other'                     | base.property",
        "drop view public.runs                                          | its schema",
        "drop user reader                                               | its schema"
      })
  void aCopyThatDiffersIsThrownAway(String fault, String named) throws Exception {
    String before = file();
    assertThatThrownBy(
            () -> {
              try (Store store = Store.openToWrite(folder, USE)) {
                store.shrinkFile(
                    copy -> {
                      execute(copy, fault);
                      FileShrinking.byH2(copy);
                    },
                    SILENT);
              }
            })
        .isInstanceOf(ToolException.StoreDamaged.class)
        .hasMessageContaining("store.copy-differs")
        .hasMessageContaining(named);
    assertThat(file()).isEqualTo(before);
    assertThat(folder.path().resolve("fresh")).doesNotExist();
  }

  @Test
  void aCopyThatCannotBeMadeLeavesTheStore() throws Exception {
    String before = file();
    assertThatThrownBy(
            () -> {
              try (Store store = Store.openToWrite(folder, USE)) {
                store.shrinkFile(copy -> execute(copy, "select 1 from nowhere"), SILENT);
              }
            })
        .isInstanceOf(ToolException.StoreDamaged.class)
        .hasMessageContaining("store.copy-failed");
    assertThat(file()).isEqualTo(before);
  }

  @Test
  void othersMayReadMeanwhile() {
    try (Store store = Store.openToWrite(folder, USE)) {
      store.shrinkFile(
          copy -> {
            try (Store reader = Store.openToRead(folder, USE)) {
              assertThat(reader.lastBatch()).isZero();
            }
            FileShrinking.byH2(copy);
          },
          SILENT);
      assertThat(store.lastBatch()).isZero();
    }
  }

  @Test
  void whatAKilledTryLeftIsRemoved() throws IOException {
    Path fresh = Files.createDirectory(folder.path().resolve("fresh"));
    Files.writeString(fresh.resolve("partnerops.mv.db"), "half a copy");
    Files.writeString(fresh.resolve("partnerops.mv.db.tempFile"), "half a smaller one");
    Store.openToRead(folder, USE).close();
    try (Store store = Store.openToWrite(folder, USE)) {
      store.shrinkFile(SILENT);
    }
    assertThat(fresh).doesNotExist();
    Store.openToRead(folder, USE).close();
  }

  @Test
  void whatALinkLeadsToStays() throws IOException {
    Path other = Files.createDirectory(place.resolve("other"));
    Files.writeString(other.resolve("theirs"), "theirs");
    Path fresh = Files.createSymbolicLink(folder.path().resolve("fresh"), other);
    try (Store store = Store.openToWrite(folder, USE)) {
      store.shrinkFile(SILENT);
    }
    assertThat(fresh).doesNotExist();
    assertThat(other.resolve("theirs")).exists();
  }

  @Test
  void roomThatIsNotThereIsSaid() {
    assertThatThrownBy(() -> FreeSpace.require(place, Long.MAX_VALUE))
        .isInstanceOf(ToolException.Resources.class)
        .hasMessageContaining("store.space");
  }
}
