package dev.partnerops.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerops.model.Money;
import dev.partnerops.store.Store;
import dev.partnerops.store.StoreFolder;
import dev.partnerops.store.StoreUse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PayoutStoreTest {

  private static final OffsetDateTime NOW =
      OffsetDateTime.of(2020, 11, 5, 1, 0, 0, 0, ZoneOffset.UTC);

  private static final StoreUse USE =
      new StoreUse("ledger export", Duration.ZERO, Clock.fixed(NOW.toInstant(), ZoneOffset.UTC));

  private static final List<Payout> PAYOUTS =
      List.of(
          payout(1, "fanxing", "credit", 0, 10),
          payout(2, "fanxing", "fee", 0, 17),
          payout(3, "fanxing", "credit", 10, 24));

  @TempDir private Path folder;

  @ParameterizedTest(name = "{0} {1} {2}")
  @CsvSource({
    "fanxing, credit, 1,  1",
    "fanxing, credit, 10, 1",
    "fanxing, credit, 11, 3",
    "fanxing, credit, 24, 3",
    "fanxing, credit, 25, ",
    "fanxing, fee,    17, 2",
    "fanxing, fee,    18, ",
    "fanxing, cash,   1,  ",
    "other,   credit, 1,  ",
  })
  void findsTheFileAnEntryIsIn(String programme, String kind, long entry, Long payout) {
    Payouts payouts = new Payouts(PAYOUTS);
    assertThat(payouts.find(programme, kind, entry).map(Payout::payout).orElse(null))
        .isEqualTo(payout);
    assertThat(payouts.isPaidOut(programme, kind, entry)).isEqualTo(payout != null);
  }

  @Test
  void knowsTheLastEntryOfEachProgrammeAndKind() {
    Payouts payouts = new Payouts(PAYOUTS);
    assertThat(payouts.lastEntry("fanxing", "credit")).isEqualTo(24);
    assertThat(payouts.lastEntry("fanxing", "fee")).isEqualTo(17);
    assertThat(payouts.lastEntry("fanxing", "cash")).isZero();
  }

  @Test
  void readsBackWhatItInsertedAndWhichAreNotPlaced() {
    StoreFolder place = new StoreFolder(folder.resolve("store"));
    Store.create(place, USE);
    try (Store store = Store.openToWrite(place, USE)) {
      PayoutStore payouts = new PayoutStore(store.sql());
      PAYOUTS.forEach(each -> payouts.insert(each, NOW));
      payouts.place(1, NOW);
      payouts.place(3, NOW);
      store.publish();
    }
    try (Store store = Store.openToRead(place, USE)) {
      PayoutStore payouts = new PayoutStore(store.sql());
      assertThat(payouts.read().all()).isEqualTo(PAYOUTS);
      assertThat(payouts.unplaced()).containsExactly(PAYOUTS.get(1));
      assertThat(payouts.read().find(2)).contains(PAYOUTS.get(1));
      assertThat(payouts.read().find(4)).isEmpty();
    }
  }

  private static Payout payout(
      long number, String programme, String kind, long afterEntry, long lastEntry) {
    return new Payout(
        number,
        programme,
        kind,
        afterEntry,
        afterEntry + 1,
        lastEntry,
        lastEntry - afterEntry,
        3,
        new Money(number * 100),
        "d" + number,
        "m" + number,
        number == 1 ? "Li" : null);
  }
}
