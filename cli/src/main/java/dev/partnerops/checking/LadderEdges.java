package dev.partnerops.checking;

import dev.partnerops.deciding.EntityDecision;
import dev.partnerops.deciding.Standing;
import dev.partnerops.deciding.Verdict;
import dev.partnerops.model.Fraction;
import dev.partnerops.model.Message;
import dev.partnerops.model.Value;
import dev.partnerops.programme.Clause;
import dev.partnerops.programme.Ladder;
import dev.partnerops.programme.Setting;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Edges of a ladder's scores: {@code enter} from the tier below, {@code keep} from the tier. */
final class LadderEdges {

  private static final int SCORE = 2;

  private final Edges edges;

  LadderEdges(Edges edges) {
    this.edges = edges;
  }

  void add(Ladder ladder) {
    List<String> tiers = ladder.tiers().stream().map(Ladder.Tier::name).toList();
    Trial entity = edges.entity(ladder.clause());
    for (int i = 0; i < tiers.size(); i++) {
      Ladder.Tier tier = ladder.tiers().get(i);
      Trial below = entity.after(Standing.in(i == 0 ? "" : tiers.get(i - 1)));
      Trial in = entity.after(Standing.in(tier.name()));
      edges.attempt(() -> add(tier, "enter", tier.enter(), below, tiers));
      edges.attempt(() -> add(tier, "keep", tier.keep(), in, tiers));
    }
  }

  /** Whoever scores more stands no lower. */
  private void add(
      Ladder.Tier tier, String key, @Nullable Setting setting, Trial entity, List<String> tiers) {
    Fraction threshold = edges.laboratory().judge(entity).number(setting).orElse(null);
    if (threshold == null) {
      return;
    }
    Clause clause = new Clause(tier.clause().path() + "." + key, tier.clause().line());
    int reached = -1;
    for (Edge.Tried tried : Edge.around(threshold, Edge.step(SCORE, threshold), false)) {
      Laboratory.Outcome outcome = edges.laboratory().judge(entity.score(tried.value()));
      Verdict verdict = outcome.verdict(clause.path());
      Verdict must = tried.position() == Edge.Position.BELOW ? Verdict.UNMET : Verdict.MET;
      EntityDecision decision = outcome.decision();
      int now = decision == null ? -1 : tiers.indexOf(decision.tierAfter());
      Message wrong =
          verdict != null && verdict != must
              ? Message.of("checking.edge.verdict", Edge.word(must))
              : now < reached ? Message.of("checking.edge.lower") : null;
      reached = now;
      edges.add(
          new Edge(
              clause,
              "",
              "score",
              tried.position(),
              new Value.Numeric(tried.value()),
              SCORE,
              verdict == null ? "" : Edge.word(verdict),
              outcome.text(),
              wrong));
    }
  }
}
