package dev.partnerops.bookkeeping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.partnerops.ledger.Entry;
import dev.partnerops.model.EntityId;
import dev.partnerops.model.EntityKind;
import dev.partnerops.model.Money;
import dev.partnerops.model.ToolException;
import dev.partnerops.output.ResultTable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class BalancesTest {

  private static final String CLAWBACK = "clawback";

  private static final List<Entry> ENTRIES =
      List.of(
          entry(1, Entry.GRANT, "p", "bonus", "M1", 20_000, null),
          entry(2, Entry.GRANT, "p", "bonus", "M2", 10_000, null),
          entry(3, Entry.GRANT, "p", "bonus", "M1", 500, 1L),
          entry(4, Entry.GRANT, "p", "bonus", "M2", -1_500, 2L),
          entry(5, CLAWBACK, "p", "bonus", "M1", -20_000, 1L),
          entry(6, Entry.FEE, "p", "", "M1", 2_600, null),
          entry(7, Entry.FEE, "p", "", "M2", 900, null),
          entry(8, Entry.GRANT, "a", "gift", "M1", 100, null),
          entry(9, Entry.REVERSAL, "p", "", "M2", -900, 7L),
          entry(10, Entry.REVERSAL, "a", "gift", "M1", -100, 8L));

  @Test
  void addUpByBenefitWhereFeesAreOfNone() {
    assertThat(text(Balances.byBenefit(ENTRIES)))
        .isEqualTo(
            """
            programme,benefit,entries,granted,adjusted,clawed_back,fees,reversed,balance
            a,gift,2,1.00,0.00,0.00,0.00,-1.00,0.00
            p,,3,0.00,0.00,0.00,35.00,9.00,-26.00
            p,bonus,5,300.00,-10.00,-200.00,0.00,0.00,90.00
            """);
  }

  @Test
  void addUpByProgramme() {
    assertThat(text(Balances.byProgramme(ENTRIES)))
        .isEqualTo(
            """
            programme,entries,granted,adjusted,clawed_back,fees,reversed,balance
            a,2,1.00,0.00,0.00,0.00,-1.00,0.00
            p,8,300.00,-10.00,-200.00,35.00,9.00,64.00
            """);
  }

  @Test
  void addUpByEntityAndByBeneficiary() {
    assertThat(text(Balances.byEntity(ENTRIES)))
        .isEqualTo(
            """
            entity_kind,entity_id,role,entries,granted,adjusted,clawed_back,fees,reversed,balance
            merchant,M1,,6,201.00,5.00,-200.00,26.00,-1.00,-21.00
            merchant,M2,,4,100.00,-15.00,0.00,9.00,9.00,85.00
            """);
    assertThat(text(Balances.byBeneficiary(ENTRIES)))
        .isEqualTo(
            """
            beneficiary,entries,granted,adjusted,clawed_back,fees,reversed,balance
            merchant:M1,6,201.00,5.00,-200.00,26.00,-1.00,-21.00
            merchant:M2,4,100.00,-15.00,0.00,9.00,9.00,85.00
            """);
  }

  /** The balance of a partner's account is that of its entries. */
  @Test
  void addUpBothSidesOfAccounts() {
    assertThat(text(AccountBalances.of(ENTRIES)))
        .isEqualTo(
            """
            account,debit,credit,balance
            budget:a:gift,0.00,0.00,0.00
            budget:p:bonus,90.00,0.00,-90.00
            fees:p,0.00,26.00,26.00
            merchant:M1,26.00,5.00,-21.00
            merchant:M2,0.00,85.00,85.00
            """);
  }

  @Test
  void ofNothingAreEmpty() {
    assertThat(text(Balances.byProgramme(List.of())).lines()).hasSize(1);
    assertThat(text(AccountBalances.of(List.of())).lines()).hasSize(1);
  }

  @Test
  void refuseALedgerWhoseSidesDiffer() {
    Entry grant = ENTRIES.getFirst();
    List<Entry> wrong = new ArrayList<>(ENTRIES);
    wrong.set(0, withDebit(grant, "merchant:M2"));
    assertThatThrownBy(() -> Balances.byBenefit(wrong))
        .isInstanceOf(ToolException.StoreDamaged.class);
    assertThatThrownBy(() -> AccountBalances.of(wrong))
        .isInstanceOf(ToolException.StoreDamaged.class);
  }

  private static String text(ResultTable table) {
    StringBuilder text =
        new StringBuilder(
            table.columns().stream()
                .map(column -> column.name())
                .collect(Collectors.joining(",", "", "\n")));
    for (List<?> row : table.rows()) {
      text.append(row.stream().map(String::valueOf).collect(Collectors.joining(",", "", "\n")));
    }
    return text.toString();
  }

  private static Entry withDebit(Entry entry, String account) {
    return make(
        entry.entry(),
        entry.kind(),
        entry.programme(),
        entry.benefit(),
        entry.entity().id(),
        account,
        entry.creditAccount(),
        entry.amount(),
        entry.names());
  }

  private static Entry entry(
      long number,
      String kind,
      String programme,
      String benefit,
      String merchant,
      long fen,
      @Nullable Long names) {
    String who = "merchant:" + merchant;
    boolean isFee = benefit.isEmpty();
    return make(
        number,
        kind,
        programme,
        benefit,
        merchant,
        isFee ? who : "budget:" + programme + ":" + benefit,
        isFee ? "fees:" + programme : who,
        new Money(fen),
        names);
  }

  private static Entry make(
      long number,
      String kind,
      String programme,
      String benefit,
      String merchant,
      String debit,
      String credit,
      Money amount,
      @Nullable Long names) {
    return new Entry(
        number,
        1,
        kind,
        programme,
        benefit,
        benefit.isEmpty() ? "" : "cash",
        programme + "/" + benefit + "/" + merchant,
        EntityKind.MERCHANT,
        new EntityId(merchant),
        "merchant:" + merchant,
        "2020-10",
        LocalDate.of(2020, 10, 31),
        debit,
        credit,
        amount,
        amount,
        null,
        null,
        names,
        Map.of(),
        "",
        null);
  }
}
