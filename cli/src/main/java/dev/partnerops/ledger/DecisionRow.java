package dev.partnerops.ledger;

import dev.partnerops.deciding.Action;
import dev.partnerops.deciding.Earned;
import dev.partnerops.deciding.EntityDecision;
import dev.partnerops.deciding.Status;
import dev.partnerops.model.EntityId;
import java.util.ArrayList;
import java.util.List;

/** A decision with its edition as texts and back; the standing after stands at its end. */
final class DecisionRow {

  private static final int OWN = 18;
  static final int COLUMNS = OWN + StandingRow.COLUMNS;

  private DecisionRow() {}

  static List<String> of(EntityDecision decision, int edition) {
    List<String> row =
        new ArrayList<>(
            List.of(
                decision.id().id(),
                decision.id().role(),
                decision.name(),
                Integer.toString(edition),
                decision.segment(),
                decision.status().name(),
                decision.score() == null ? "" : Texts.of(decision.score()),
                Texts.of((Object) decision.rank()),
                Texts.join(decision.points().stream().map(DecisionRow::earned).toList()),
                decision.tierBefore(),
                decision.tierAfter(),
                decision.tierCalculated(),
                decision.action() == null ? "" : decision.action().name(),
                decision.reasons(),
                decision.partition(),
                Texts.of((Object) decision.place()),
                Texts.of(decision.placeValue()),
                decision.badge()));
    row.addAll(StandingRow.of(decision.after()));
    return row;
  }

  private static String earned(Earned earned) {
    return String.join(
        "\u001e",
        earned.name(),
        Texts.of(earned.value()),
        Texts.of(earned.points()),
        Texts.of(earned.possible()));
  }

  static int edition(List<String> row) {
    return Integer.parseInt(row.get(3));
  }

  static EntityDecision read(List<String> row) {
    return new EntityDecision(
        new EntityId(row.get(0), row.get(1)),
        row.get(2),
        row.get(4),
        Status.valueOf(row.get(5)),
        row.get(6).isEmpty() ? null : Texts.fraction(row.get(6)),
        Texts.whole(row.get(7)),
        Texts.split(row.get(8)).stream().map(DecisionRow::readEarned).toList(),
        row.get(9),
        row.get(10),
        row.get(11),
        row.get(12).isEmpty() ? null : Action.valueOf(row.get(12)),
        row.get(13),
        row.get(14),
        Texts.whole(row.get(15)),
        Texts.value(row.get(16)),
        row.get(17),
        StandingRow.read(row.subList(OWN, COLUMNS)));
  }

  private static Earned readEarned(String text) {
    String[] parts = text.split("\u001e", -1);
    return new Earned(
        parts[0], Texts.value(parts[1]), Texts.fraction(parts[2]), Texts.fraction(parts[3]));
  }
}
