package dev.partnerops.explaining;

import dev.partnerops.deciding.Rejudging;
import dev.partnerops.model.DayRange;
import dev.partnerops.model.Message;
import dev.partnerops.model.Nearest;
import dev.partnerops.model.ToolException;
import dev.partnerops.programme.Metric;
import dev.partnerops.programme.MetricReference;
import dev.partnerops.programme.MetricUses;
import dev.partnerops.programme.Programme;
import dev.partnerops.programme.Thresholds;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;

/** Which number {@code --rows METRIC} means: a name of {@code metrics:}, or a metric's own. */
final class MetricChoice {

  private final Rejudging again;
  private final MetricUses uses;
  private final List<Thresholds.Read> reads;

  MetricChoice(Rejudging again, Programme edition) {
    this.again = again;
    this.uses = MetricUses.of(edition);
    this.reads = Thresholds.of(edition, again.was().instruments());
  }

  /**
   * The one reference of that name; {@code NAME@FIRST..LAST} picks among windows.
   *
   * @throws ToolException.Usage where the name is none, several, or of what has no rows
   */
  MetricReference of(String asked) {
    int at = asked.indexOf('@');
    String name = at < 0 ? asked : asked.substring(0, at);
    String window = at < 0 ? "" : asked.substring(at + 1);
    List<MetricReference> found = new ArrayList<>();
    for (Thresholds.Read read : reads) {
      MetricReference reference = read.reference();
      boolean named = uses.namesOf(new Metric.Measured(reference)).contains(name);
      if (named && (window.isEmpty() || window.equals(days(reference)))) {
        found.add(reference);
      }
    }
    if (found.isEmpty()) {
      for (Thresholds.Read read : reads) {
        MetricReference reference = read.reference();
        if (reference.name().equals(name) && (window.isEmpty() || window.equals(days(reference)))) {
          found.add(reference);
        }
      }
    }
    if (found.size() == 1) {
      return found.getFirst();
    }
    if (found.isEmpty()) {
      throw none(asked, name);
    }
    throw new ToolException.Usage(
        Message.of("explaining.rows.several", name, found.stream().map(this::spelled).toList()));
  }

  /** A name for each of several: the policy's own where it has one for it alone. */
  private String spelled(MetricReference reference) {
    Optional<String> own =
        uses.namesOf(new Metric.Measured(reference)).stream()
            .filter(name -> uses.named(name).size() == 1)
            .findFirst();
    String spelled = own.orElse(reference.name() + "@" + days(reference));
    return own.isEmpty() ? spelled : spelled + " (" + days(reference) + ")";
  }

  private String days(MetricReference reference) {
    return again.days(reference).map(MetricChoice::text).orElse("");
  }

  private static String text(DayRange days) {
    return days.first() + ".." + days.last();
  }

  private ToolException none(String asked, String name) {
    for (Metric metric : uses.named(name)) {
      if (metric instanceof Metric.Derived derived) {
        return new ToolException.Usage(
            Message.of("explaining.rows.derived", name, List.copyOf(derived.names().keySet())));
      }
      if (metric instanceof Metric.OfField(String field)) {
        return new ToolException.Usage(Message.of("explaining.rows.field", name, field));
      }
    }
    SequencedSet<String> names = new LinkedHashSet<>();
    for (Thresholds.Read read : reads) {
      names.addAll(uses.namesOf(new Metric.Measured(read.reference())));
    }
    return new ToolException.Usage(
        Message.of("explaining.rows.unknown", asked, Nearest.orAll(name, names)));
  }
}
