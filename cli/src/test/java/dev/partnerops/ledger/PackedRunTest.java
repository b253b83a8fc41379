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
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PackedRunTest {

  private static final EntityId ID = new EntityId("P 1,=", "training");

  @Test
  void givesBackExactlyWhatWasPacked() {
    RunRows rows = rows(1);

    assertThat(PackedRun.unpack(PackedRun.pack(rows).chunks())).isEqualTo(rows);
  }

  /** Rows without them are packed, and digested, as they were before there were any. */
  @Test
  void givesBackWhatExpiresAndWhatIsClawedBack() {
    RunRows rows = rows(1);
    GrantDecision plain = rows.grants().getFirst();
    List<GrantDecision> grants =
        List.of(
            plain,
            afterwards(plain, LocalDate.of(2021, 1, 29), false),
            afterwards(plain, null, true));
    RunRows other =
        new RunRows(
            rows.decisions(),
            rows.editions(),
            grants,
            rows.fees(),
            rows.references(),
            rows.values(),
            rows.waiting(),
            List.of());

    assertThat(PackedRun.unpack(PackedRun.pack(other).chunks()).grants()).isEqualTo(grants);
    assertThat(PaymentRow.ofGrants(List.of(plain))).hasSize(PaymentRow.ofGrants(grants).size() - 2);
  }

  private static GrantDecision afterwards(
      GrantDecision grant, @Nullable LocalDate expiresOn, boolean isClawBack) {
    return new GrantDecision(
        grant.id(),
        grant.name(),
        grant.benefit(),
        grant.kind(),
        grant.status(),
        grant.period(),
        grant.amount(),
        grant.due(),
        grant.key(),
        grant.beneficiary(),
        grant.holders(),
        grant.adjusts(),
        grant.assignee(),
        expiresOn,
        isClawBack,
        grant.reasons());
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
            Map.of(),
            List.of());

    assertThat(PackedRun.pack(one).digest())
        .isEqualTo(PackedRun.pack(rows(1)).digest())
        .isNotEqualTo(PackedRun.pack(other).digest());
  }

  /**
   * What builds of 22 November 2026 stored, before columns had names: all parts of {@code rows(2)},
   * and the grants twice, without and with the columns period and adjusts.
   */
  @Test
  void readsRowsThatNameNoColumns() {
    RunRows rows = rows(2);
    GrantDecision named = rows.grants().getFirst();
    GrantDecision first =
        new GrantDecision(
            named.id(),
            named.name(),
            named.benefit(),
            named.kind(),
            named.status(),
            "2020-10",
            named.amount(),
            named.due(),
            named.key(),
            named.beneficiary(),
            named.holders(),
            null,
            named.assignee(),
            null,
            false,
            named.reasons());

    RunRows read =
        PackedRun.unpack(
            List.of(
                unnamed(
                    RunPart.DECISION,
                    "eAFjYGBgYmBgUABiRiBmDVAw1LEFMkAAJMBRUpSYmZeZlw4WgYjxPtk18cmOLqWna5c9XdCEJMFohMTB"
                        + "ppM1yDHE1QVJEauhuaW+MZIAoyESR7g4MSe1WK7I2MrEzFjOUN9YzswASZqtODOnLLUISYQl"
                        + "PT8nBYmPqYIzIMg/xNUZ1RV8uUAv5pbmKhgr2NkqIHsCahY4KIhhM3n6IVmP7hx0PrKJKB5n"
                        + "RPYmc0l+AZKhXEYGRga6Bpa6xsiKmPyRLUaJCJaSotJUDAMMDXSNkcNaJCcxJSW1SC+1IrNE"
                        + "LzGvMtogVg45JERL85JzUhPzFBDWK+iagowFAAG1P1A="),
                unnamed(
                    RunPart.FEE,
                    "eAFjYGBgZGBg4AJiEM0aoGCoYwtkQLgcJUWJmXmZeelwEcY8BNMQzmTSNYKzGY0RTBMEE6GYpaSoNBUu"
                        + "AWQAAEX2B+o="),
                unnamed(
                    RunPart.GRANT,
                    "eAFjYGBgZGBg4AViEM0aoGCoYwtkQLgcJUWJmXmZeelwEcY8OJMtuSg1JbMEwXcOcnXxDIHzOVx9PN09"
                        + "nXxc4SKsRgZAgMo1hHPZCmqSanwQfO7c1KLkjMS8EitfhCBXTmZyal5yqhySQrAJYOcDWQA1"
                        + "2hdO"),
                unnamed(
                    RunPart.GRANT,
                    "eAFjYGBgZGBg4AdiEM0aoGCoYwtkQLgcJUWJmXmZeelwEcY8OJMtuSg1JbMEwXcOcnXxDIHzOVx9PN09"
                        + "nXxc4SLsRgZGBroGlnABViMDIEDlGsK5bAU1STU+CD53bmpRckZiXomVL0KQKyczOTUvOVUO"
                        + "SSGToTncEDAD7DcgCwDJehkd"),
                unnamed(RunPart.REFERENCE, "eAFjYGBgZEBg1uLEnNRiBgYACuMCIQ=="),
                unnamed(
                    RunPart.VALUE,
                    "eAFjYGBgZGBgYAZiEM0aoGCoYwtkQLgcJUWJmXmZeelwEZY8Q31zBgYAc3gFhA=="),
                unnamed(
                    RunPart.WAITING,
                    "eAFjYGBgZGBgEABiEM0UYAQkIWzm3OQ8OIfJ0w/OZknPz0nBwQMLg41iNIQrYTSAM5lL8gvgHC4jAyMD"
                        + "XQNLXWOEAiZ/hEWMCMewlBSVpqJpNDTQNUZYIpKTmJKSWqSXWpFZopeYVxltECuH0C9ampec"
                        + "k5qYp4CwUkHXlIEBAK2CGqE=")));

    assertThat(read)
        .isEqualTo(
            new RunRows(
                rows.decisions(),
                rows.editions(),
                List.of(first, named),
                rows.fees(),
                rows.references(),
                rows.values(),
                rows.waiting(),
                List.of()));
  }

  private static PackedRun.Chunk unnamed(RunPart part, String base64) {
    return new PackedRun.Chunk(part, 0, 1, Base64.getDecoder().decode(base64), "2020-10");
  }

  /** A digest is in the store for ever: it must not change with the build. */
  @Test
  void digestIsWhatItWasBeforeColumnsHadNames() {
    assertThat(PackedRun.pack(rows(2)).digest())
        .isEqualTo("8a2d8820976dfaf9361ed62f01e8d818532750334eb4f9d2a02642cc4f25405b");
  }

  /** Digests are as they were where nobody is overridden: the column and the part are not there. */
  @Test
  void keepsOverridesAndWhatTheyHide() {
    RunRows plain = rows(1);
    Standing overridden =
        new Standing(
            Standing.Place.IN,
            "bronze",
            "gold",
            "",
            0,
            0,
            List.of(),
            null,
            Standing.Protection.NONE,
            LocalDate.of(2020, 10, 31),
            Map.of(),
            List.of(),
            "silver");
    Map<EntityId, Standing> waiting = new LinkedHashMap<>();
    waiting.put(new EntityId("P2"), overridden);
    waiting.put(new EntityId("P3"), Standing.NONE);
    RunRows rows =
        new RunRows(
            plain.decisions(),
            plain.editions(),
            plain.grants(),
            plain.fees(),
            plain.references(),
            plain.values(),
            waiting,
            List.of(3L, 12L));

    assertThat(PackedRun.unpack(PackedRun.pack(rows).chunks())).isEqualTo(rows);
    assertThat(PackedRun.pack(rows).digest()).isNotEqualTo(PackedRun.pack(plain).digest());
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
            List.of(new Standing.Remembered("unclean", LocalDate.of(2020, 9, 30), Fraction.of(-5))),
            null);
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
            null,
            false,
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
        Map.of(new EntityId("P2", "mcn"), standing),
        List.of());
  }
}
