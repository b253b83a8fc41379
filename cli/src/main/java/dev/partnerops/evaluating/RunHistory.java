package dev.partnerops.evaluating;

import dev.partnerops.deciding.EntityDecision;
import dev.partnerops.deciding.History;
import dev.partnerops.deciding.Recorded;
import dev.partnerops.ledger.Horizon;
import dev.partnerops.ledger.Run;
import dev.partnerops.ledger.RunPart;
import dev.partnerops.ledger.RunRows;
import dev.partnerops.ledger.RunStore;
import dev.partnerops.model.EntityId;
import dev.partnerops.model.Money;
import dev.partnerops.paying.GrantDecision;
import dev.partnerops.programme.Programme;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What approved runs recorded by a day, read from the store when first asked for (RULES 34, 35).
 * The runs read are part of what a run hangs on.
 */
final class RunHistory implements History {

  private final RunStore runs;
  private final Map<String, Programme> programmes;
  private final String own;
  private final LocalDate until;
  private final long before;
  private final Horizon seen;
  private final Map<String, Map<EntityId, List<Recorded>>> recorded = new HashMap<>();

  /**
   * Reads runs of periods that ended by a day.
   *
   * @param programmes by id, the edition to take a ladder's tiers from
   * @param own the programme that is judged: of it, only earlier periods
   * @param before only runs with a lower number
   * @param seen only what had been approved by then, and had not been taken back
   */
  RunHistory(
      RunStore runs,
      Map<String, Programme> programmes,
      String own,
      LocalDate until,
      long before,
      Horizon seen) {
    this.runs = runs;
    this.programmes = programmes;
    this.own = own;
    this.until = until;
    this.before = before;
    this.seen = seen;
  }

  @Override
  public List<Recorded> of(String programme, EntityId id) {
    return recorded.computeIfAbsent(programme, this::read).getOrDefault(id, List.of());
  }

  private Map<EntityId, List<Recorded>> read(String programme) {
    Map<EntityId, List<Recorded>> byEntity = new HashMap<>();
    for (Run run : approved(programme)) {
      RunRows rows = runs.rows(run.run(), EnumSet.of(RunPart.DECISION, RunPart.GRANT));
      Map<EntityId, Map<String, Money>> granted = new HashMap<>();
      for (GrantDecision grant : rows.grants()) {
        if (grant.period().equals(run.period().label())) {
          granted
              .computeIfAbsent(grant.id(), id -> new HashMap<>())
              .merge(grant.benefit(), grant.amount(), Money::plus);
        }
      }
      for (EntityDecision decision : rows.decisions()) {
        byEntity
            .computeIfAbsent(decision.id(), id -> new ArrayList<>())
            .add(
                Recorded.of(
                    run.period().last(), decision, granted.getOrDefault(decision.id(), Map.of())));
      }
    }
    return byEntity;
  }

  /** The approved runs of a programme that this history reads, by period. */
  List<Run> approved(String programme) {
    LocalDate last = programme.equals(own) ? until.minusDays(1) : until;
    return runs.approvedUntil(programme, last, seen).stream()
        .filter(run -> run.run() < before)
        .toList();
  }

  @Override
  public List<String> tiers(String programme) {
    Programme edition = programmes.get(programme);
    return edition == null ? List.of() : edition.instruments().tiers();
  }

  @Override
  public List<String> badges(String programme) {
    Programme edition = programmes.get(programme);
    return edition == null ? List.of() : edition.instruments().badges();
  }
}
