package dev.partnerops;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerops.ledger.Entry;
import dev.partnerops.ledger.EntryFilter;
import dev.partnerops.ledger.LedgerStore;
import dev.partnerops.store.Store;
import dev.partnerops.store.StoreFolder;
import dev.partnerops.store.StoreUse;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Date;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is changed in the ledger past the tool, {@code ledger verify} names where. */
final class LedgerVerifyTest {

  private static final OffsetDateTime NOW =
      OffsetDateTime.ofInstant(Invocation.CLOCK.instant(), ZoneOffset.UTC);

  private static final long FAR = 1_000_000;

  @TempDir private static Path temporary;

  private static Path base;
  private static long last;

  private Path place;
  private LedgerDesk desk;

  @BeforeAll
  static void make() throws IOException {
    base = temporary.resolve("base");
    LedgerDesk made = LedgerDesk.ofSeptember(base).andOctober();
    made.done("ledger", "export");
    String verified =
        made.done("ledger", "verify", "--no-header", "--columns", "last,months,status");
    assertThat(verified).endsWith(",2020-09..2020-10,ok\n");
    last = Long.parseLong(verified.substring(0, verified.indexOf(',')));
  }

  @BeforeEach
  void copy() throws IOException {
    place = temporary.resolve("place");
    Workspaces.copy(base, place);
    desk = LedgerDesk.in(place);
  }

  @AfterEach
  void delete() throws IOException {
    Workspaces.delete(place);
  }

  /** The first, one that names another, a reversal, and the last, which is a fee. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "select min(entry) from base.ledger_entry",
        "select min(entry) from base.ledger_entry where kind = 'grant' and names_entry is not null",
        "select min(entry) from base.ledger_entry where kind = 'reversal'",
        "select max(entry) from base.ledger_entry"
      })
  void namesAnEntryOfWhichAnyColumnWasChanged(String which) throws SQLException {
    long entry = desk.number(which);
    List<String> columns = desk.columns("ledger_entry");
    assertThat(columns).hasSizeGreaterThan(20);
    for (String column : columns) {
      Object was =
          desk.change("ledger_entry", column, "entry", entry, value -> other(column, value));

      assertThat(desk.refused(7, "ledger", "verify")).as(column).contains("entry " + entry + " ");

      long number = column.equals("entry") ? entry + FAR : entry;
      desk.change("ledger_entry", column, "entry", number, value -> was);
    }
    desk.done("ledger", "verify");
  }

  private static Object other(String column, @Nullable Object value) {
    return switch (value) {
      case null -> column.endsWith("_on") ? Date.valueOf("2021-01-29") : (Object) 1L;
      case String kind when column.equals("kind") -> kind.equals("grant") ? "reversal" : "grant";
      case String text when text.isEmpty() -> "x";
      case String text ->
          text.substring(0, text.length() - 1) + (char) (text.charAt(text.length() - 1) ^ 1);
      case Long number when column.equals("entry") || column.equals("payout") -> number + FAR;
      case Long number -> number ^ 1;
      case Date day -> Date.valueOf(day.toLocalDate().minusDays(1));
      case OffsetDateTime time -> time.plus(1, ChronoUnit.MILLIS);
      default -> throw new IllegalArgumentException(column + " of " + value.getClass());
    };
  }

  @Test
  void seesThatTheLastEntryIsGone() throws SQLException, IOException {
    desk.sql("delete from base.ledger_entry where entry = " + last);
    assertThat(desk.refused(7, "ledger", "verify"))
        .contains("ledger entries " + (last - 1) + " of " + last);

    desk.acknowledge("entries", last - 1);
    assertThat(desk.refused(7, "ledger", "verify"))
        .contains("run 3 booked", "up to entry " + (last - 1));
  }

  @Test
  void seesThatAllEntriesAreGone() throws SQLException, IOException {
    desk.sql("delete from base.ledger_entry");
    desk.acknowledge("entries", 0);
    assertThat(desk.refused(7, "ledger", "verify")).contains("run 1 booked", "up to entry 0");
  }

  @Test
  void seesThatAnEntryInTheMiddleIsGone() throws SQLException {
    desk.sql("delete from base.ledger_entry where entry = 5");
    assertThat(desk.refused(7, "ledger", "verify")).contains("entry 5 is missing, 6 comes next");
  }

  @Test
  void seesThatTwoEntriesChangedPlaces() throws SQLException {
    desk.sql(
        "update base.ledger_entry set entry = -1 where entry = 3",
        "update base.ledger_entry set entry = 3 where entry = 4",
        "update base.ledger_entry set entry = 4 where entry = -1");
    assertThat(desk.refused(7, "ledger", "verify")).contains("entry 3 is not as it was booked");
  }

  @Test
  void seesThatAnEntryWasPutIn() throws SQLException {
    List<String> columns = new ArrayList<>(desk.columns("ledger_entry"));
    columns.remove("entry");
    String others = String.join(", ", columns);
    desk.sql(
        "insert into base.ledger_entry (entry, "
            + others
            + ") select entry + 1, "
            + others
            + " from base.ledger_entry where entry = "
            + last);
    assertThat(desk.refused(7, "ledger", "verify"))
        .contains("entry " + (last + 1) + " is not as it was booked");
  }

  /** One whose hash fits was booked by no approval. */
  @Test
  void seesThatAnEntryWasAppendedByOtherMeans() {
    StoreUse use = new StoreUse("test", Duration.ZERO, Invocation.CLOCK);
    try (Store store = Store.openToWrite(new StoreFolder(place.resolve("store")), use)) {
      LedgerStore ledger = new LedgerStore(store.sql());
      List<Entry> entries = new ArrayList<>();
      ledger.matching(EntryFilter.ALL.between(last - 1, last)).forEach(entries::add);
      ledger.append(entries, NOW);
      store.publish();
    }
    assertThat(desk.refused(7, "ledger", "verify"))
        .contains("run 3 booked", "up to entry " + (last + 1));
  }

  @Test
  void seesThatARunWasNotApproved() throws SQLException {
    desk.sql("delete from base.run_event where run = 1 and status = 'approved'");
    assertThat(desk.refused(7, "ledger", "verify")).contains("entry 1 names run 1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "payout",
        "programme",
        "kind",
        "after_entry",
        "first_entry",
        "last_entry",
        "entries",
        "beneficiaries",
        "fen",
        "digest",
        "manifest_digest"
      })
  void namesAPayoutFileOfWhichAColumnWasChanged(String column) throws SQLException {
    for (long payout : List.of(1L, 4L)) {
      Object was = desk.change("payout", column, "payout", payout, value -> other(column, value));

      assertThat(desk.refused(7, "ledger", "verify")).contains("payout file ");

      long number = column.equals("payout") ? payout + FAR : payout;
      desk.change("payout", column, "payout", number, value -> was);
    }
    desk.done("ledger", "verify");
  }

  @Test
  void seesThatAPayoutFileIsGone() throws SQLException, IOException {
    desk.sql("delete from base.payout where payout = 4");
    assertThat(desk.refused(7, "ledger", "verify")).contains("payout files 3 of 4");

    desk.sql("delete from base.payout where payout = 2");
    desk.acknowledge("payouts", 3);
    assertThat(desk.refused(7, "ledger", "verify")).contains("payout file 3");
  }

  /** A store of a version that did not note how many entries an approval booked. */
  @Test
  void passesALedgerOfAnOlderVersion() throws SQLException {
    desk.sql("update base.run_event set entries = null");
    desk.done("ledger", "verify");
  }

  @ParameterizedTest
  @ValueSource(strings = {"account", "benefit"})
  void balancesRefuseSidesThatDiffer(String by) throws SQLException {
    desk.sql("update base.ledger_entry set debit_account = 'merchant:M9' where entry = 1");
    assertThat(desk.refused(7, "ledger", "balance", "--by", by)).contains("ledger verify");
  }
}
