package dev.partnerops.metrics;

import dev.partnerops.dataset.Column;
import dev.partnerops.dataset.ColumnType;
import dev.partnerops.model.EntityKind;
import dev.partnerops.model.Fraction;
import dev.partnerops.model.Message;
import dev.partnerops.model.Nearest;
import dev.partnerops.model.ToolException;
import dev.partnerops.model.Value;
import dev.partnerops.orders.MeasureColumn;
import dev.partnerops.orders.OrderChannel;
import dev.partnerops.orders.OrderClock;
import dev.partnerops.orders.OrderFilter;
import dev.partnerops.orders.OrderGrouping;
import dev.partnerops.programme.MetricReference;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a reference names in the catalogue; what it does not know is a fault with the nearest
 * names.
 */
final class Resolver {

  private static final Map<String, Set<String>> DIMENSIONS =
      Map.of(
          "channel", channels(),
          "category", Set.of(),
          "hot", Set.of("true", "false"),
          "pool", Set.of("true", "false"));

  /** Of hours, days and goals; more is a slip. */
  private static final long MOST = 1_000_000_000;

  private static final Pattern DAYS = Pattern.compile("(\\d{1,5}) days?");

  private final Catalogue catalogue;
  private final Map<String, Column> ownDimensions;

  Resolver(Catalogue catalogue) {
    this.catalogue = catalogue;
    this.ownDimensions = catalogue.dataSets().orderDimensions();
  }

  private static Set<String> channels() {
    Set<String> words = new TreeSet<>();
    for (OrderChannel channel : OrderChannel.values()) {
      words.add(channel.word());
    }
    return words;
  }

  /**
   * Finds everything a reference names.
   *
   * @param kind of the entities that ask
   * @throws ToolException.Policy naming the first thing that is not known
   */
  Measured resolve(MetricReference reference, EntityKind kind) {
    String through = reference.through();
    EntityKind measured = through == null ? kind : throughKind(through, kind);
    MetricReference.Figure figure = reference.figure();
    if (figure != null) {
      MetricInfo info = Catalogue.ofReported(reference.name(), measured, figure);
      return new Measured(
          info,
          reference.part(),
          null,
          through,
          info.with(),
          options(info, reference, info.with()));
    }
    String column = null;
    Optional<MetricInfo> found = catalogue.find(reference.name(), measured);
    int dot = reference.name().lastIndexOf('.');
    if (found.isEmpty() && dot > 0) {
      column = reference.name().substring(dot + 1);
      found =
          catalogue
              .find(reference.name().substring(0, dot), measured)
              .filter(info -> info.definition() instanceof Definition.OfSql);
    }
    MetricInfo info = found.orElseThrow(() -> unknown(reference.name(), measured));
    if (reference.part() != MetricReference.Part.WHOLE && !info.isQuotient()) {
      throw fault("metrics.reference.no-parts", info.name());
    }
    SortedMap<String, Value> with = with(info, reference.with());
    if (info.definition() instanceof Definition.OfMilestones) {
      with.forEach((name, value) -> positive(info.name(), name, value));
    }
    return new Measured(
        info, reference.part(), column, through, with, options(info, reference, with));
  }

  private EntityKind throughKind(String column, EntityKind kind) {
    Map<String, EntityKind> links = EntityFields.links(catalogue.dataSets(), kind);
    EntityKind named = links.get(column);
    if (named == null) {
      throw links.isEmpty()
          ? fault("metrics.reference.through-none", column, kind)
          : fault("metrics.reference.through", column, Nearest.orAll(column, links.keySet()));
    }
    return named;
  }

  private ToolException.Policy unknown(String name, EntityKind kind) {
    Set<String> others = new TreeSet<>();
    catalogue.kindsOf(name).forEach(other -> others.add(other.word()));
    if (!others.isEmpty()) {
      return fault("metrics.reference.other-entity", name, kind.word(), String.join(", ", others));
    }
    return fault(
        "metrics.reference.unknown", name, kind.word(), Nearest.orAll(name, catalogue.names(kind)));
  }

  private SortedMap<String, Value> with(MetricInfo info, Map<String, List<Value>> asked) {
    SortedMap<String, Value> with = new TreeMap<>(info.with());
    asked.forEach((name, values) -> {
      Value standard = info.with().get(name);
      if (standard == null) {
        throw info.with().isEmpty()
            ? fault("metrics.reference.no-parameters", info.name(), name)
            : fault(
                "metrics.reference.unknown-parameter",
                info.name(),
                name,
                Nearest.orAll(name, info.with().keySet()));
      }
      if (info.isOrderMeasure() && name.equals(Catalogue.SUBJECT_TYPE)) {
        subjects(info.name(), values);
      } else if (values.size() != 1 || values.getFirst().getClass() != standard.getClass()) {
        throw fault("metrics.reference.parameter-value", info.name(), name, text(standard));
      } else {
        with.put(name, values.getFirst());
      }
    });
    return with;
  }

  /**
   * A goal and its days are whole and at least 1: below, everybody or nobody would have reached it.
   */
  private static long positive(String metric, String name, @Nullable Value value) {
    return (value == null ? Optional.<Long>empty() : Whole.find(value))
        .filter(number -> number >= 1 && number <= MOST)
        .orElseThrow(() -> fault("metrics.reference.whole", metric, name));
  }

  private Measured.OrderOptions options(
      MetricInfo info, MetricReference reference, Map<String, Value> with) {
    if (!info.isOrderMeasure() && !(reference.only().isEmpty() && reference.except().isEmpty())) {
      throw fault("metrics.reference.no-filter", info.name());
    }
    checkDimensions(reference.only());
    checkDimensions(reference.except());
    if (info.definition() instanceof Definition.OfFigure(OrderFigure figure)) {
      return new Measured.OrderOptions(
          figure.filter(),
          OrderClock.PAID,
          0,
          MeasureColumn.DEFAULT_HOURS,
          EnumSet.of(OrderGrouping.Subject.MERCHANT));
    }
    boolean isMeasure = info.isOrderMeasure();
    return new Measured.OrderOptions(
        OrderFilter.of(sets(reference.only()), sets(reference.except())),
        isMeasure ? clock(info.name(), with.get(Catalogue.CLOCK)) : OrderClock.PAID,
        isMeasure ? lagDays(info.name(), with.get(Catalogue.LAG)) : 0,
        isMeasure ? hours(info.name(), with.get(Catalogue.HOURS)) : MeasureColumn.DEFAULT_HOURS,
        subjects(info.name(), reference.with().getOrDefault(Catalogue.SUBJECT_TYPE, List.of())));
  }

  private static Map<String, Set<String>> sets(Map<String, List<String>> dimensions) {
    Map<String, Set<String>> sets = new TreeMap<>();
    dimensions.forEach((dimension, values) -> sets.put(dimension, new TreeSet<>(values)));
    return sets;
  }

  private void checkDimensions(Map<String, List<String>> dimensions) {
    dimensions.forEach((dimension, values) -> {
      Column own = ownDimensions.get(dimension);
      Set<String> known = own == null ? DIMENSIONS.get(dimension) : words(own);
      if (known == null) {
        Set<String> names = new TreeSet<>(DIMENSIONS.keySet());
        names.addAll(ownDimensions.keySet());
        throw fault("metrics.reference.dimension", dimension, Nearest.orAll(dimension, names));
      }
      for (String value : values) {
        if (!known.isEmpty() && !known.contains(value)) {
          throw fault(
              "metrics.reference.dimension-value", dimension, value, Nearest.orAll(value, known));
        }
      }
    });
  }

  /** What a column that a workspace adds may hold; none for any text. */
  static Set<String> words(Column own) {
    if (own.type() == ColumnType.FLAG) {
      return Set.of("true", "false");
    }
    Set<String> words = new TreeSet<>();
    own.choices().forEach(choice -> words.add(choice.word()));
    return words;
  }

  private static OrderClock clock(String metric, @Nullable Value word) {
    if (word == null) {
      return OrderClock.PAID;
    }
    Set<String> known = new TreeSet<>();
    for (OrderClock clock : OrderClock.values()) {
      known.add(clock.word());
      if (text(word).equals(clock.word())) {
        return clock;
      }
    }
    throw fault("metrics.reference.clock", metric, text(word), String.join(", ", known));
  }

  private static int lagDays(String metric, @Nullable Value lag) {
    if (lag == null) {
      return 0;
    }
    Matcher days = DAYS.matcher(text(lag));
    if (!days.matches()) {
      throw fault("metrics.reference.lag", metric, text(lag));
    }
    return Integer.parseInt(days.group(1));
  }

  private static int hours(String metric, @Nullable Value hours) {
    if (hours == null) {
      return MeasureColumn.DEFAULT_HOURS;
    }
    return Math.toIntExact(positive(metric, Catalogue.HOURS, hours));
  }

  private static Set<OrderGrouping.Subject> subjects(String metric, List<Value> words) {
    Set<OrderGrouping.Subject> subjects = EnumSet.noneOf(OrderGrouping.Subject.class);
    for (Value word : words) {
      switch (text(word)) {
        case "merchant" -> subjects.add(OrderGrouping.Subject.MERCHANT);
        case "promoter" -> subjects.add(OrderGrouping.Subject.PROMOTER);
        default -> throw fault("metrics.reference.subject-type", metric, text(word));
      }
    }
    return subjects.isEmpty() ? EnumSet.allOf(OrderGrouping.Subject.class) : subjects;
  }

  /** A parameter's value as a policy would write it. */
  static String text(Value value) {
    return switch (value) {
      case Value.Missing missing -> "";
      case Value.Numeric(Fraction number) -> number.toString();
      case Value.Rate rate -> rate.numerator() + "/" + rate.denominator();
      case Value.Text(String text) -> text;
      case Value.Day(LocalDate day) -> day.toString();
      case Value.Flag(boolean flag) -> String.valueOf(flag).toLowerCase(Locale.ROOT);
    };
  }

  private static ToolException.Policy fault(String key, Object... arguments) {
    return new ToolException.Policy(Message.of(key, arguments));
  }
}
