package dev.partnerops.checking;

import dev.partnerops.programme.Instruments;
import dev.partnerops.programme.PolicyTest.Expected;
import dev.partnerops.programme.PolicyTest.Facts;
import dev.partnerops.programme.Programme;
import dev.partnerops.programme.Reads;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** The parts of a policy that a result hangs on: what they ask must be given. */
final class Needs {

  private final Map<String, Reads> reads;
  private final Instruments instruments;
  private final Facts facts;
  private final Set<String> parts = new LinkedHashSet<>();

  private Needs(Programme programme, Instruments instruments, Facts facts) {
    this.reads = Reads.of(programme, instruments);
    this.instruments = instruments;
    this.facts = facts;
  }

  /** What an expectation needs, by part of the policy. */
  static Set<Reads> of(
      Programme programme, Instruments instruments, Facts facts, Expected expected) {
    Needs needs = new Needs(programme, instruments, facts);
    needs.add(needs.part(expected));
    Set<Reads> found = new LinkedHashSet<>();
    needs.parts.forEach(part -> found.add(Reads.of(needs.reads, part)));
    return found;
  }

  /** Whether it hangs on what is given of the other entities as well: ranks, budgets. */
  static boolean isOfAll(Expected expected) {
    return switch (expected.part()) {
      case GRANTS, TOTALS -> true;
      case COLUMN ->
          switch (expected.name()) {
            case "rank", "badge" -> true;
            default -> false;
          };
      case ROW, POINTS, METRICS, MET, FEE -> false;
    };
  }

  private String part(Expected expected) {
    return switch (expected.part()) {
      case ROW, METRICS, MET -> Reads.WHERE;
      case POINTS -> Reads.SCORECARD;
      case GRANTS, TOTALS -> Reads.GRANTS + expected.name();
      case FEE -> Reads.FEE;
      case COLUMN ->
          switch (expected.name()) {
            case "segment" -> Reads.WHERE;
            case "status", "score" -> Reads.SCORECARD;
            case "rank" -> instruments.ranking() == null ? Reads.SCORECARD : Reads.RANKING;
            case "badge", "partition", "value" -> Reads.RANKING;
            default -> instruments.ladder() == null ? Reads.SCORECARD : Reads.LADDER;
          };
    };
  }

  private void add(String part) {
    if (!parts.add(part)) {
      return;
    }
    parts.add(Reads.WHERE);
    boolean needsRating = !part.equals(Reads.WHERE) && !part.equals(Reads.FEE);
    if (needsRating) {
      parts.add(Reads.MINIMUM);
      add(Reads.SCORECARD);
    }
    for (String result : Reads.of(reads, part).results()) {
      switch (result) {
        case "score" -> add(Reads.SCORECARD);
        case "tier" -> {
          if (facts.tier() == null) {
            add(Reads.LADDER);
          }
        }
        case "badge" -> {
          if (facts.badge() == null) {
            add(Reads.RANKING);
          }
        }
        default -> add(result);
      }
    }
  }
}
