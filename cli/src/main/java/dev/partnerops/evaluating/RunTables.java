package dev.partnerops.evaluating;

import dev.partnerops.output.ResultTable;
import dev.partnerops.programme.Fee;
import dev.partnerops.programme.Instruments;
import dev.partnerops.programme.Ladder;
import dev.partnerops.programme.Ranking;
import dev.partnerops.programme.Scorecard;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The tables of a run, one for each part that its programme has (SPEC section 6). */
public final class RunTables {

  private RunTables() {}

  /**
   * What {@code score}, {@code tier}, {@code badge}, {@code subsidy} and {@code fee} would print,
   * by the name of the command and in this order.
   */
  public static Map<String, ResultTable> of(Evaluated evaluated) {
    Map<String, ResultTable> tables = new LinkedHashMap<>();
    if (has(evaluated, RunTables::scorecard)) {
      tables.put("score", Parts.score(evaluated));
    }
    if (has(evaluated, RunTables::ladder)) {
      tables.put("tier", Parts.tier(evaluated));
    }
    if (has(evaluated, RunTables::ranking)) {
      tables.put("badge", Parts.badge(evaluated));
    }
    boolean grants =
        evaluated.editions().stream()
            .flatMap(edition -> edition.allInstruments().stream())
            .anyMatch(instruments -> !instruments.grants().isEmpty());
    if (grants) {
      tables.put("subsidy", Parts.subsidy(evaluated));
    }
    if (has(evaluated, RunTables::fee)) {
      tables.put("fee", Parts.fee(evaluated));
    }
    return tables;
  }

  private static boolean has(Evaluated evaluated, Function<Instruments, @Nullable Object> part) {
    return evaluated.editions().stream()
        .flatMap(edition -> edition.allInstruments().stream())
        .map(part)
        .anyMatch(Objects::nonNull);
  }

  private static @Nullable Scorecard scorecard(Instruments instruments) {
    return instruments.scorecard();
  }

  private static @Nullable Ladder ladder(Instruments instruments) {
    return instruments.ladder();
  }

  private static @Nullable Ranking ranking(Instruments instruments) {
    return instruments.ranking();
  }

  private static @Nullable Fee fee(Instruments instruments) {
    return instruments.fee();
  }
}
