package dev.partnerops.checking;

import dev.partnerops.model.Message;
import dev.partnerops.model.ToolException;
import dev.partnerops.model.Value;
import dev.partnerops.programme.Clause;
import dev.partnerops.programme.Fee;
import dev.partnerops.programme.Grant;
import dev.partnerops.programme.Instruments;
import dev.partnerops.programme.Ladder;
import dev.partnerops.programme.Leaf;
import dev.partnerops.programme.Programme;
import dev.partnerops.programme.Scorecard;
import dev.partnerops.programme.Setting;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tries every threshold of an edition just below, at, just above and missing, and holds what comes
 * of it against what must hold whatever the policy (SPEC section 6, {@code policy test}): a
 * comparison turns where its operator says, a missing value counts as {@code when_missing} says, a
 * higher score never reaches a lower tier, a curve passes through its corners, bands do not jump.
 */
final class Edges {

  private final Laboratory laboratory;
  private final List<Edge> edges = new ArrayList<>();
  private final Set<Message> untried = new LinkedHashSet<>();

  private Edges(Laboratory laboratory) {
    this.laboratory = laboratory;
  }

  /** All of an edition. */
  static Edges of(Programme programme, Laboratory laboratory) {
    Edges edges = new Edges(laboratory);
    edges.attempt(() -> new CohortEdges(programme, edges).add());
    LeafEdges leaves = new LeafEdges(programme, edges);
    Leaf.of(programme).forEach(leaves::add);
    Set<Clause> seen = new HashSet<>();
    for (Instruments instruments : programme.allInstruments()) {
      edges.add(instruments, seen);
    }
    return edges;
  }

  private void add(Instruments instruments, Set<Clause> seen) {
    Scorecard card = instruments.scorecard();
    if (card != null && seen.add(card.clause())) {
      CardEdges cards = new CardEdges(this);
      card.allKpis().stream().filter(kpi -> isAlone(kpi, card)).forEach(cards::add);
    }
    Ladder ladder = instruments.ladder();
    if (ladder != null && seen.add(ladder.clause())) {
      new LadderEdges(this).add(ladder);
    }
    BandEdges bands = new BandEdges(this);
    for (Grant grant : instruments.grants()) {
      if (grant.amount() instanceof Grant.Amount.Banded banded && seen.add(grant.clause())) {
        bands.add(banded.bands(), banded.of(), outcome -> outcome.amount(grant.benefit()));
      }
    }
    Fee fee = instruments.fee();
    if (fee != null && seen.add(fee.clause())) {
      bands.add(fee.bands(), fee.base(), Laboratory.Outcome::fee);
    }
  }

  /** By line of the clause. */
  List<Edge> all() {
    return edges.stream().sorted(Comparator.comparingInt(edge -> edge.clause().line())).toList();
  }

  /** Why some clauses could not be tried. */
  Set<Message> untried() {
    return untried;
  }

  Laboratory laboratory() {
    return laboratory;
  }

  void add(Edge edge) {
    edges.add(edge);
  }

  /** Tries a clause; where the entity at hand lacks what it hangs on, that is told. */
  void attempt(Runnable trying) {
    try {
      trying.run();
    } catch (ToolException.Policy faulty) {
      untried.addAll(faulty.texts());
    }
  }

  /** The entity of the segment that a clause stands in. */
  Trial entity(Clause clause) {
    String path = clause.path();
    String start = "segments.";
    int end = path.indexOf('.', start.length());
    return laboratory.entity(
        path.startsWith(start) && end > 0 ? path.substring(start.length(), end) : "");
  }

  /** An entity for each row of a table that a threshold stands in; the entity itself without. */
  static Map<String, Trial> variants(List<@Nullable Setting> settings, Trial entity) {
    Map<String, Trial> variants = new LinkedHashMap<>();
    for (Setting setting : settings) {
      if (setting instanceof Setting.Table table) {
        table.rows().forEach(row -> addVariant(table.by(), row.key(), entity, variants));
      }
    }
    return variants.isEmpty() ? Map.of("", entity) : variants;
  }

  private static void addVariant(String by, String key, Trial entity, Map<String, Trial> variants) {
    switch (by) {
      case "tier" -> variants.put("tier " + key, entity.in(key));
      case "segment", "tier_before", "rank" -> {}
      default -> variants.put(by + " " + key, entity.field(by, Value.ofText(key)));
    }
  }

  /**
   * Tracks may call their KPIs alike: points tell the track that counts and not which one is tried.
   */
  private static boolean isAlone(Scorecard.Kpi kpi, Scorecard card) {
    return card.allKpis().stream().filter(each -> each.name().equals(kpi.name())).count() == 1;
  }
}
