package dev.partnerops.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerops.model.EntityId;
import dev.partnerops.model.EntityKind;
import dev.partnerops.model.Money;
import dev.partnerops.sql.Tables;
import dev.partnerops.store.Store;
import dev.partnerops.store.StoreFolder;
import dev.partnerops.store.StoreUse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LedgerStoreTest {

  /** More than two pages of reading, and not a whole number of them. */
  private static final int MANY = 11_003;

  private static final OffsetDateTime NOW =
      OffsetDateTime.of(2020, 11, 5, 1, 0, 0, 0, ZoneOffset.UTC);

  private static final StoreUse USE =
      new StoreUse("approve", Duration.ZERO, Clock.fixed(NOW.toInstant(), ZoneOffset.UTC));

  @TempDir private Path folder;

  @Test
  void readsInPagesWhatItAppendedAndChainsTheHashes() {
    try (Store store = open()) {
      LedgerStore ledger = new LedgerStore(store.sql());
      List<Entry> entries = entries(1, "p", MANY);
      assertThat(ledger.append(entries(7, "other", 3), NOW)).isEqualTo(3);
      assertThat(ledger.append(entries, NOW)).isEqualTo(MANY);

      List<Entry> numbered = new ArrayList<>();
      for (Entry entry : entries) {
        numbered.add(entry.numbered(numbered.size() + 4L));
      }
      assertThat(ledger.ofProgramme("p", Horizon.NOW)).containsExactlyElementsOf(numbered);
      assertThat(ledger.ofProgramme("p", new Horizon(0, 5)))
          .containsExactlyElementsOf(numbered.subList(0, 2));
      assertThat(ledger.ofProgramme("p", new Horizon(0, 3))).isEmpty();
      assertThat(ledger.ofRun(7)).hasSize(3);

      String hash = "";
      List<String> chain = new ArrayList<>();
      for (Entry entry : ledger.ofRun(7)) {
        hash = LedgerStore.hash(hash, entry);
        chain.add(hash);
      }
      for (Entry entry : numbered) {
        hash = LedgerStore.hash(hash, entry);
        chain.add(hash);
      }
      assertThat(
              store
                  .sql()
                  .select(Tables.LEDGER_ENTRY.HASH)
                  .from(Tables.LEDGER_ENTRY)
                  .orderBy(Tables.LEDGER_ENTRY.ENTRY)
                  .fetch(Tables.LEDGER_ENTRY.HASH))
          .isEqualTo(chain);
    }
  }

  /** A run is taken back by entries of the same run: they are not read among its own. */
  @Test
  void doesNotReadWhatIsAppendedMeanwhile() {
    try (Store store = open()) {
      LedgerStore ledger = new LedgerStore(store.sql());
      ledger.append(entries(1, "p", MANY), NOW);

      assertThat(ledger.append(ledger.ofRun(1), NOW)).isEqualTo(MANY);
      assertThat(ledger.ofRun(1)).hasSize(2 * MANY);
    }
  }

  private Store open() {
    StoreFolder store = new StoreFolder(folder.resolve("store"));
    Store.create(store, USE);
    return Store.openToWrite(store, USE);
  }

  private static List<Entry> entries(long run, String programme, int count) {
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      EntityId id = new EntityId("M" + i);
      entries.add(
          new Entry(
              0,
              run,
              Entry.GRANT,
              programme,
              "credit",
              "credit",
              programme + "/credit/entity=merchant:" + id.id(),
              EntityKind.MERCHANT,
              id,
              "merchant:" + id.id(),
              "2020-10",
              LocalDate.of(2020, 10, 31),
              "budget:" + programme + ":credit",
              "merchant:" + id.id(),
              new Money(i),
              new Money(i + 1),
              null,
              null,
              i % 2 == 0 ? null : 1L,
              Map.of("entity", "merchant:" + id.id()),
              ""));
    }
    return entries;
  }
}
