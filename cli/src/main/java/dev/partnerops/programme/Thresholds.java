package dev.partnerops.programme;

import dev.partnerops.model.Fraction;
import dev.partnerops.model.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What the instruments of an entity measure, and the numbers they hold it against: the places where
 * a change of one number may change what is decided ({@code explain}).
 */
public final class Thresholds {

  private Thresholds() {}

  /**
   * A measured number.
   *
   * @param use as the policy calls it: by its title where one is given anywhere
   * @param numbers of comparisons, corners of curves and steps, ascending; whatever the row of a
   *     table or the branch of a choice they stand in
   * @param chooses whether it chooses the window of another: what that one would be is not known
   */
  public record Read(
      MetricReference reference, Metric.Use use, List<Fraction> numbers, boolean chooses) {
    public Read {
      numbers = List.copyOf(numbers);
    }
  }

  /** Each reference once, in the order of the file. */
  public static List<Read> of(Programme programme, Instruments instruments) {
    Collected collected = new Collected();
    Parts parts = new Parts(collected);
    parts.visit(instruments);
    collected.follow(parts, programme);
    Scorecard card = instruments.scorecard();
    if (card != null) {
      card.allKpis().forEach(collected::add);
    }
    List<Read> reads = new ArrayList<>();
    collected.uses.forEach((reference, use) -> {
      Set<Fraction> numbers = collected.numbers.getOrDefault(reference, new TreeSet<>());
      reads.add(
          new Read(reference, use, List.copyOf(numbers), collected.choosing.contains(reference)));
    });
    return reads;
  }

  /** All numbers that a setting may come to. */
  private static void add(@Nullable Setting setting, Set<Fraction> numbers) {
    switch (setting) {
      case null -> {}
      case Setting.Literal(Value value, Clause clause) ->
          value.findNumber().ifPresent(numbers::add);
      case Setting.Table table -> {
        table.rows().forEach(row -> add(row.setting(), numbers));
        add(table.otherwise(), numbers);
      }
      case Setting.Choice choice -> {
        add(choice.then(), numbers);
        add(choice.otherwise(), numbers);
      }
      case Setting.None none -> {}
      case Setting.DayOf day -> {}
    }
  }

  private static final class Collected implements Parts.Visitor {
    private final Map<MetricReference, Metric.Use> uses = new LinkedHashMap<>();
    private final Map<MetricReference, TreeSet<Fraction>> numbers = new LinkedHashMap<>();
    private final Set<MetricReference> choosing = new HashSet<>();
    private final List<String> met = new ArrayList<>();

    @Override
    public void metric(Parts.Stage stage, Metric.Use use) {
      switch (use.metric()) {
        case Metric.Measured(MetricReference reference) -> {
          Metric.Use known = uses.get(reference);
          if (known == null || (known.title() == null && use.title() != null)) {
            uses.put(reference, use);
          }
          if (stage == Parts.Stage.WINDOW) {
            choosing.add(reference);
          }
        }
        case Metric.Derived derived ->
            derived.names().values().forEach(part -> metric(stage, part));
        case Metric.OfField field -> {}
        case Metric.Result result -> {}
      }
    }

    @Override
    public void condition(Parts.Stage stage, Condition condition) {
      if (condition instanceof Condition.Met named) {
        met.add(named.name());
      }
      if (condition instanceof Condition.OfMetric leaf) {
        add(leaf.metric(), leaf.comparisons());
      }
    }

    void follow(Parts parts, Programme programme) {
      SequencedSet<String> followed = new LinkedHashSet<>();
      for (int i = 0; i < met.size(); i++) {
        if (followed.add(met.get(i))) {
          parts.visit(Parts.Stage.NAMED, programme.conditions().get(met.get(i)));
        }
      }
    }

    void add(Scorecard.Kpi kpi) {
      for (Scorecard.CurvePoint corner : kpi.curve()) {
        add(kpi.metric(), corner.value());
      }
      kpi.steps().forEach(step -> add(kpi.metric(), step.comparisons()));
    }

    private void add(Metric.Use use, List<Condition.Comparison> comparisons) {
      comparisons.forEach(one -> one.settings().forEach(setting -> add(use, setting)));
    }

    private void add(Metric.Use use, Setting setting) {
      if (use.metric() instanceof Metric.Measured(MetricReference reference)) {
        Thresholds.add(setting, numbers.computeIfAbsent(reference, none -> new TreeSet<>()));
      }
    }
  }
}
