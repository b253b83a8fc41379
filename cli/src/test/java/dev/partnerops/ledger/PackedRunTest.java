package dev.partnerops.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerops.deciding.Action;
import dev.partnerops.deciding.Earned;
import dev.partnerops.deciding.EntityDecision;
import dev.partnerops.deciding.Standing;
import dev.partnerops.deciding.Status;
import dev.partnerops.model.EntityId;
import dev.partnerops.model.Fraction;
import dev.partnerops.model.Money;
import dev.partnerops.model.Value;
import dev.partnerops.paying.FeeStatement;
import dev.partnerops.paying.GrantDecision;
import dev.partnerops.programme.Grant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PackedRunTest {

  private static final EntityId ID = new EntityId("P 1,=", "training");

  @Test
  void givesBackExactlyWhatWasPacked() {
    RunRows rows = rows(1);

    assertThat(PackedRun.unpack(PackedRun.pack(rows).chunks())).isEqualTo(rows);
  }

  @Test
  void spansSeveralChunks() {
    RunRows rows = rows(PackedRows.ROWS_A_CHUNK + 1);

    assertThat(PackedRun.unpack(PackedRun.pack(rows).chunks()).decisions())
        .isEqualTo(rows.decisions());
  }

  @Test
  void digestHangsOnEveryCell() {
    RunRows one = rows(1);
    RunRows other =
        new RunRows(
            one.decisions(),
            one.editions(),
            one.grants(),
            one.fees(),
            one.references(),
            Map.of(ID, List.of(Value.of(4))),
            Map.of());

    assertThat(PackedRun.pack(one).digest())
        .isEqualTo(PackedRun.pack(rows(1)).digest())
        .isNotEqualTo(PackedRun.pack(other).digest());
  }

  private static RunRows rows(int copies) {
    Standing standing =
        new Standing(
            Standing.Place.IN,
            "gold",
            "gold",
            "",
            1,
            0,
            List.of("top"),
            LocalDate.of(2020, 9, 30),
            new Standing.Protection(Standing.Protection.State.ON, 2, true),
            LocalDate.of(2020, 10, 31),
            Map.of("ladder.exit.any[0]", 2),
            List.of(
                new Standing.Remembered("unclean", LocalDate.of(2020, 9, 30), Fraction.of(-5))));
    EntityDecision decision =
        new EntityDecision(
            ID,
            "云上\"学堂",
            "training",
            Status.RATED,
            Fraction.of(179, 3),
            1,
            List.of(
                new Earned(
                    "sales",
                    new Value.Rate(Fraction.of(3), Fraction.of(463)),
                    Fraction.of(1, 3),
                    Fraction.of(60))),
            "silver",
            "gold",
            "silver",
            Action.PROTECTED,
            "minimum 3 >= 2",
            "",
            null,
            Value.missing(),
            "",
            standing);
    GrantDecision grant =
        new GrantDecision(
            ID,
            "n",
            "credit",
            Grant.Kind.CREDIT,
            GrantDecision.Status.ELIGIBLE,
            "2020-09",
            new Money(20000),
            new Money(20001),
            "p|b|L1",
            "merchant:M1",
            Map.of("licence", "L1"),
            17L,
            "",
            "");
    FeeStatement fee =
        new FeeStatement(
            ID,
            "n",
            new Money(1),
            new Money(-2),
            new Money(3),
            new Money(4),
            new Money(1),
            true,
            "");
    List<EntityDecision> decisions = new ArrayList<>();
    List<Integer> editions = new ArrayList<>();
    for (int i = 0; i < copies; i++) {
      decisions.add(decision);
      editions.add(2);
    }
    return new RunRows(
        decisions,
        editions,
        List.of(grant),
        List.of(fee),
        List.of("sales"),
        Map.of(ID, List.of(new Value.Numeric(Fraction.of(1, 7)))),
        Map.of(new EntityId("P2", "mcn"), standing));
  }
}
