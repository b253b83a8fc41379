package dev.partnerops.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.partnerops.model.EntityId;
import dev.partnerops.model.EntityKind;
import dev.partnerops.model.Message;
import dev.partnerops.model.Period;
import dev.partnerops.model.ToolException;
import dev.partnerops.store.Store;
import dev.partnerops.store.StoreFolder;
import dev.partnerops.store.StoreUse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class OverrideStoreTest {

  private static final OffsetDateTime NOW =
      OffsetDateTime.of(2020, 11, 5, 1, 0, 0, 0, ZoneOffset.UTC);

  private static final StoreUse USE =
      new StoreUse("override", Duration.ZERO, Clock.fixed(NOW.toInstant(), ZoneOffset.UTC));

  @TempDir private Path folder;

  @Test
  void givesTheApprovedOnesInTheOrderOfTheirApproval() {
    try (Store store = open()) {
      OverrideStore overrides = new OverrideStore(store.sql());
      assertThat(overrides.insert(proposed("M1", "star"), NOW)).isEqualTo(1);
      assertThat(overrides.insert(proposed("M1", null), NOW)).isEqualTo(2);
      overrides.insert(proposed("M2", "star"), NOW);
      overrides.event(2, RunStatus.APPROVED, "li", NOW);
      overrides.event(1, RunStatus.APPROVED, "li", NOW);
      overrides.event(3, RunStatus.APPROVED, "li", NOW);
      overrides.event(3, RunStatus.REJECTED, null, NOW);

      assertThat(overrides.approved("stars"))
          .extracting(StandingOverride::override)
          .containsExactly(2L, 1L);
      assertThat(overrides.approved("others")).isEmpty();
      assertThat(overrides.list(""))
          .extracting(StandingOverride::status)
          .containsExactly(RunStatus.APPROVED, RunStatus.APPROVED, RunStatus.REJECTED);
      StandingOverride takenBack = overrides.required(3);
      assertThat(takenBack.by()).isEqualTo("wang");
      assertThat(takenBack.approvedBy()).isEqualTo("li");
      assertThat(overrides.numbered(List.of(3L, 1L)))
          .extracting(StandingOverride::override)
          .containsExactly(1L, 3L);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "update base.standing_override set tier = 'top'",
    "update base.standing_override set tier = null",
    "update base.standing_override set until_day = date '2021-12-31'",
    "update base.override_event set person = 'zhao'",
    "update base.override_event set status = 'rejected'",
    "delete from base.override_event",
  })
  void noticesWhatWasChanged(String damage) {
    try (Store store = open()) {
      OverrideStore overrides = new OverrideStore(store.sql());
      overrides.insert(proposed("M1", "star"), NOW);
      store.sql().execute(damage);

      assertThatThrownBy(() -> overrides.list(""))
          .isInstanceOfSatisfying(
              ToolException.StoreDamaged.class,
              damaged ->
                  assertThat(damaged.text()).isEqualTo(Message.of("ledger.override-damaged", 1L)));
    }
  }

  @Test
  void everythingUpToTheLastClosedMonthIsClosed() {
    try (Store store = open()) {
      MonthStore months = new MonthStore(store.sql());
      assertThat(months.findClosed(LocalDate.of(2020, 9, 30))).isEmpty();
      months.append(closed("2020-09"), NOW);
      months.append(closed("2020-10"), NOW);

      assertThat(months.list()).containsExactly(closed("2020-09"), closed("2020-10"));
      assertThat(months.findClosed(LocalDate.of(2020, 10, 31))).isEqualTo(month("2020-10"));
      assertThat(months.findClosed(LocalDate.of(2020, 8, 1))).isEqualTo(month("2020-08"));
      assertThat(months.findClosed(LocalDate.of(2020, 11, 1))).isEmpty();
      assertThat(new RunStore(store.sql()).findClosedUntil()).hasValue(LocalDate.of(2020, 10, 31));

      store.sql().execute("update base.closed_month set ledger_hash = 'bc'");
      assertThatThrownBy(months::list).isInstanceOf(ToolException.StoreDamaged.class);
    }
  }

  private static ClosedMonth closed(String label) {
    return new ClosedMonth(month(label).orElseThrow(), null, 2, 30, 41, "ab");
  }

  private static Optional<Period> month(String label) {
    return Period.parse(label);
  }

  private static StandingOverride proposed(String id, @Nullable String tier) {
    return new StandingOverride(
        0,
        "stars",
        EntityKind.MERCHANT,
        new EntityId(id),
        tier,
        "a reason",
        LocalDate.of(2020, 12, 31),
        RunStatus.PROPOSED,
        "wang",
        null);
  }

  private Store open() {
    StoreFolder store = new StoreFolder(folder.resolve("store"));
    Store.create(store, USE);
    return Store.openToWrite(store, USE);
  }
}
