package dev.partnerops.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerops.model.EntityId;
import dev.partnerops.model.EntityKind;
import dev.partnerops.model.Money;
import dev.partnerops.paying.BookedGrant;
import dev.partnerops.paying.LimitSpan;
import dev.partnerops.programme.Grant.Limit.Each;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BookedEntriesTest {

  private final BookedEntries booked =
      new BookedEntries(
          List.of(
              entry(1, "credit", "M1", LocalDate.of(2019, 12, 31), 100, null),
              entry(2, "credit", "M1", LocalDate.of(2020, 1, 31), 20, null),
              entry(3, "credit", "M2", LocalDate.of(2020, 1, 31), 3, null),
              entry(4, "cash", "M1", LocalDate.of(2020, 2, 29), 5000, null),
              entry(5, "cash", "M1", LocalDate.of(2020, 2, 29), -5000, 4L),
              entry(6, "", "M1", LocalDate.of(2020, 2, 29), 70000, null)));

  @ParameterizedTest
  @CsvSource({
    "'', programme, '', LIFETIME, '', 123",
    "credit, programme, '', YEAR, 2020, 23",
    "credit, entity, M1, LIFETIME, '', 120",
    "credit, entity, M1, YEAR, 2019, 100",
    "credit, entity, M1, MONTH, 2020-01, 20",
    "credit, entity, M2, PERIOD, 2020-01, 3",
    "credit, entity, M3, LIFETIME, '', 0",
    "credit, licence, M1, LIFETIME, '', 0",
    "cash, entity, M1, MONTH, 2020-02, 0",
    "'', entity, M1, MONTH, 2020-01, 20"
  })
  void addsWhatALimitCounts(
      String benefit, String per, String holder, Each each, String span, long fen) {
    assertThat(booked.spent(new LimitSpan("p", benefit, per, holder, each, span)))
        .isEqualTo(new Money(fen));
  }

  @Test
  void aGrantTakenBackIsNotBooked() {
    assertThat(booked.findGrant("p|cash|M1|2020-02")).isEmpty();
    assertThat(booked.findGrant("p|credit|M1|2020-01")).isPresent();
  }

  @Test
  void aDifferenceTakenBackLeavesWhatWasDueBefore() {
    List<Entry> entries =
        new ArrayList<>(
            List.of(
                entry(1, "credit", "M1", LocalDate.of(2020, 1, 31), 100, null),
                entry(2, "credit", "M1", LocalDate.of(2020, 1, 31), 20, null)));
    String key = "p|credit|M1|2020-01";
    assertThat(new BookedEntries(entries).findGrant(key))
        .contains(new BookedGrant(new Money(120), new Money(20), 1, 2, null));
    entries.add(entry(3, "credit", "M1", LocalDate.of(2020, 1, 31), -20, 2L));
    assertThat(new BookedEntries(entries).findGrant(key))
        .contains(new BookedGrant(new Money(100), new Money(100), 1, 1, null));
  }

  /** An October grant of 100 and 20 more, all of it clawed back in November. */
  private static List<Entry> clawedBack() {
    return new ArrayList<>(
        List.of(
            entry(1, "credit", "M1", LocalDate.of(2020, 10, 31), 100, null),
            entry(2, "credit", "M1", LocalDate.of(2020, 10, 31), 20, null),
            entry(3, "credit", "M2", LocalDate.of(2020, 10, 31), 7, null),
            clawBack(4, "M1", -120, 1)));
  }

  @Test
  void aKeyThatWasClawedBackIsTakenForEver() {
    BookedEntries booked = new BookedEntries(clawedBack());
    assertThat(booked.findGrant("p|credit|M1|2020-10"))
        .contains(new BookedGrant(Money.ZERO, Money.ZERO, 1, 4, 4L));
    assertThat(booked.clawedBack("credit", "M1")).isEqualTo(new Money(120));
    // Given back in the period of the run that took it, whatever period it had been for.
    assertThat(booked.spent(new LimitSpan("p", "credit", "entity", "M1", Each.PERIOD, "2020-10")))
        .isEqualTo(new Money(120));
    assertThat(booked.spent(new LimitSpan("p", "credit", "entity", "M1", Each.PERIOD, "2020-11")))
        .isEqualTo(new Money(-120));
    assertThat(booked.spent(new LimitSpan("p", "credit", "entity", "M1", Each.LIFETIME, "")))
        .isEqualTo(Money.ZERO);
    assertThat(held(booked, LocalDate.of(2020, 12, 1))).containsExactly("3 M2 0.07 2020-10-31");
  }

  @Test
  void aClawBackTakenBackLeavesTheGrant() {
    List<Entry> entries = clawedBack();
    entries.add(entry(5, "credit", "M1", LocalDate.of(2020, 10, 31), 120, 4L));
    BookedEntries booked = new BookedEntries(entries);
    assertThat(booked.findGrant("p|credit|M1|2020-10"))
        .contains(new BookedGrant(new Money(120), new Money(20), 1, 2, null));
    assertThat(booked.clawedBack("credit", "M1")).isEqualTo(Money.ZERO);
    assertThat(held(booked, LocalDate.of(2020, 12, 1)))
        .containsExactly("1 M1 1.20 2020-10-31", "3 M2 0.07 2020-10-31");
  }

  @Test
  void whatWasBookedLaterOrComesToNothingIsNotHeld() {
    List<Entry> entries =
        List.of(
            entry(1, "credit", "M1", LocalDate.of(2020, 10, 31), 100, null),
            entry(2, "credit", "M2", LocalDate.of(2020, 10, 31), 100, null),
            entry(3, "credit", "M2", LocalDate.of(2020, 10, 31), -100, null));
    BookedEntries booked = new BookedEntries(entries);
    assertThat(held(booked, LocalDate.of(2020, 11, 1))).containsExactly("1 M1 1.00 2020-10-31");
    assertThat(held(booked, LocalDate.of(2020, 10, 31))).isEmpty();
    assertThat(booked.holdings((benefit, bookedOn) -> benefit.equals("cash"))).isEmpty();
    assertThat(booked.benefits()).containsExactly("credit");
  }

  private static List<String> held(BookedEntries booked, LocalDate before) {
    return booked
        .holdings((benefit, bookedOn) -> benefit.equals("credit") && bookedOn.isBefore(before))
        .stream()
        .map(each -> each.entry() + " " + each.id().id() + " " + each.sum() + " " + each.bookedOn())
        .toList();
  }

  /** Hashes of entries without such a day are those of before there was any. */
  @Test
  void anExpiryIsPartOfWhatIsHashedOnlyWhereThereIsOne() {
    Entry plain = entry(1, "credit", "M1", LocalDate.of(2020, 10, 31), 100, null);
    assertThat(plain.content()).endsWith("\u001fentity\u001eM1\u001f");
    assertThat(clawBack(1, "M1", 1, 1).content()).endsWith("\u001f2021-01-29");
  }

  private static Entry clawBack(long number, String id, long fen, long names) {
    return new Entry(
        number,
        number,
        Entry.CLAWBACK,
        "p",
        "credit",
        "credit",
        "p|credit|" + id + "|2020-10",
        EntityKind.MERCHANT,
        new EntityId(id),
        "merchant:" + id,
        "2020-10",
        LocalDate.of(2020, 11, 30),
        "budget",
        "merchant:" + id,
        new Money(fen),
        Money.ZERO,
        null,
        null,
        names,
        Map.of("entity", id),
        "",
        fen > 0 ? LocalDate.of(2021, 1, 29) : null);
  }

  private static Entry entry(
      long number, String benefit, String id, LocalDate lastDay, long fen, @Nullable Long names) {
    String month = lastDay.toString().substring(0, 7);
    return new Entry(
        number,
        number,
        names != null ? Entry.REVERSAL : benefit.isEmpty() ? Entry.FEE : Entry.GRANT,
        "p",
        benefit,
        "credit",
        String.join("|", "p", benefit, id, month),
        EntityKind.MERCHANT,
        new EntityId(id),
        "merchant:" + id,
        month,
        lastDay,
        "budget",
        "merchant:" + id,
        new Money(fen),
        new Money(fen),
        null,
        null,
        names,
        Map.of("entity", id),
        "",
        null);
  }
}
