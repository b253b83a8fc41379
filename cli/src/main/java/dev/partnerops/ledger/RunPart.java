package dev.partnerops.ledger;

import dev.partnerops.model.Message;
import dev.partnerops.model.ToolException;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** The parts a run's rows are stored in; who needs some of them need not read the others. */
public enum RunPart {
  DECISION,
  GRANT,
  FEE,
  REFERENCE,
  VALUE,
  WAITING,
  OVERRIDE;

  /** The parts that hold what was decided. */
  public static final Set<RunPart> DECIDED =
      Collections.unmodifiableSet(EnumSet.of(DECISION, GRANT, FEE));

  private static final List<String> DECISION_COLUMNS =
      List.of(
          "entity_id",
          "role",
          "name",
          "edition",
          "segment",
          "status",
          "score",
          "rank",
          "points",
          "tier_before",
          "tier_after",
          "tier_calculated",
          "action",
          "reasons",
          "partition",
          "ranking_place",
          "ranking_value",
          "badge");

  private static final List<String> FIRST_GRANT_COLUMNS =
      List.of(
          "entity_id",
          "role",
          "name",
          "benefit",
          "kind",
          "status",
          "fen",
          "due_fen",
          "key",
          "beneficiary",
          "holders",
          "assignee",
          "reasons");

  private static final List<String> GRANT_COLUMNS =
      List.of(
          "entity_id",
          "role",
          "name",
          "benefit",
          "kind",
          "status",
          "period",
          "fen",
          "due_fen",
          "key",
          "beneficiary",
          "holders",
          "adjusts",
          "assignee",
          "reasons");

  private static final List<String> FEE_COLUMNS =
      List.of(
          "entity_id",
          "role",
          "name",
          "base_fen_before",
          "base_fen_after",
          "fen",
          "standard_fen",
          "saved_fen",
          "reduced",
          "reasons");

  private static final List<String> STANDING_COLUMNS =
      List.of(
          "place",
          "tier",
          "shown",
          "held_badge",
          "misses",
          "rises",
          "rising",
          "exited_on",
          "protection",
          "protection_used",
          "protection_holding",
          "evaluated_on",
          "held",
          "remembered");

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static RunPart of(String word) {
    return Arrays.stream(values())
        .filter(part -> part.word().equals(word))
        .findFirst()
        .orElseThrow(() -> new ToolException.StoreDamaged(Message.of("ledger.chunk-damaged")));
  }

  /**
   * What its columns were called, of so many, when they were stored without names: stores written
   * then must be read for ever. Nothing is ever added here.
   */
  List<String> unnamed(int columns) {
    List<String> names =
        switch (this) {
          case DECISION -> all(DECISION_COLUMNS, STANDING_COLUMNS);
          case GRANT -> columns == FIRST_GRANT_COLUMNS.size() ? FIRST_GRANT_COLUMNS : GRANT_COLUMNS;
          case FEE -> FEE_COLUMNS;
          case REFERENCE -> List.of("reference");
          // A column a reference, known by its place.
          case VALUE -> Collections.nCopies(columns, "");
          case WAITING -> all(List.of("entity_id", "role"), STANDING_COLUMNS);
          case OVERRIDE -> List.of("override");
        };
    if (names.size() != columns) {
      throw new ToolException.StoreDamaged(Message.of("ledger.chunk-damaged"));
    }
    return names;
  }

  private static List<String> all(List<String> some, List<String> more) {
    return Stream.of(some, more).flatMap(List::stream).toList();
  }
}
