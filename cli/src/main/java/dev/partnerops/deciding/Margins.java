package dev.partnerops.deciding;

import dev.partnerops.model.Fraction;
import dev.partnerops.model.Value;
import dev.partnerops.programme.Clause;
import dev.partnerops.programme.Condition;
import dev.partnerops.programme.Fee;
import dev.partnerops.programme.Grant;
import dev.partnerops.programme.Instruments;
import dev.partnerops.programme.Ladder;
import dev.partnerops.programme.Setting;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The numbers that an entity's next move hangs on, beside their thresholds: of its tier and the one
 * above, of admission and exit, of benefits and the reduced fee. Asked after it was judged.
 */
public final class Margins {

  private final Subject subject;
  private final Map<String, Margin> byPath = new LinkedHashMap<>();

  /**
   * A number beside a threshold.
   *
   * @param label what is compared: a metric as the policy calls it, or {@code score}
   * @param decimals both are written with, or {@code Metric.Use.AS_IT_IS}
   */
  public record Margin(
      Clause clause, String label, int decimals, Fraction value, Fraction threshold) {}

  private Margins(Subject subject) {
    this.subject = subject;
  }

  /** All of them, each clause once; one without a value or a threshold is left out. */
  public static List<Margin> of(Subject subject) {
    Margins margins = new Margins(subject);
    Instruments instruments = subject.instruments();
    margins.add(instruments.minimum());
    if (instruments.ladder() != null) {
      margins.add(instruments.ladder());
    }
    for (Grant grant : instruments.grants()) {
      margins.add(grant.eligible());
    }
    Fee fee = instruments.fee();
    if (fee != null) {
      margins.add(fee.eligible());
    }
    return List.copyOf(margins.byPath.values());
  }

  private void add(Ladder ladder) {
    Standing before = subject.candidate().before();
    boolean in = before.place() == Standing.Place.IN;
    int present = in ? subject.tiers().indexOf(before.tier()) : -1;
    if (!in && ladder.admit() != null) {
      add(ladder.admit());
    }
    if (in) {
      add(ladder.exit());
    }
    for (int i = Math.max(present, 0); i <= present + 1 && i < ladder.tiers().size(); i++) {
      Ladder.Tier tier = ladder.tiers().get(i);
      subject.ask(tier.name());
      boolean keeps = i == present && tier.keep() != null;
      addScore(tier, keeps ? "keep" : "enter", keeps ? tier.keep() : tier.enter());
      add(ladder.require());
      add(tier.require());
      subject.ask(null);
    }
  }

  private void addScore(Ladder.Tier tier, String word, @Nullable Setting setting) {
    Fraction score = subject.score();
    Fraction threshold = subject.number(setting).orElse(null);
    if (score != null && threshold != null) {
      Clause clause = new Clause(tier.clause().path() + "." + word, tier.clause().line());
      add(new Margin(clause, "score", Decimals.OF_SCORES, score, threshold));
    }
  }

  private void add(@Nullable Condition condition) {
    if (condition != null) {
      add(subject.judge(condition));
    }
  }

  private void add(Finding finding) {
    finding.children().forEach(this::add);
    Fraction value = finding.value().findNumber().orElse(null);
    if (value == null || !(finding.condition() instanceof Condition.OfMetric leaf)) {
      return;
    }
    for (int i = 0; i < finding.compared().size(); i++) {
      Finding.Compared compared = finding.compared().get(i);
      for (Fraction threshold : thresholds(compared)) {
        add(
            new Margin(
                leaf.comparisons().get(i).clause(),
                finding.label(),
                finding.decimals(),
                value,
                threshold));
      }
    }
  }

  private static List<Fraction> thresholds(Finding.Compared compared) {
    return switch (compared.operator()) {
      case AT_LEAST, MORE_THAN, AT_MOST, LESS_THAN, BETWEEN -> {
        List<Fraction> thresholds = new ArrayList<>();
        for (Value each : compared.thresholds()) {
          each.findNumber().ifPresent(thresholds::add);
        }
        yield thresholds;
      }
      case IS, IS_NOT, IN, NOT_IN, FROM, TO, MISSING -> List.of();
    };
  }

  /** A table by tier has another threshold for each under one path. */
  private void add(Margin margin) {
    byPath.putIfAbsent(margin.clause().path() + " " + margin.threshold(), margin);
  }
}
