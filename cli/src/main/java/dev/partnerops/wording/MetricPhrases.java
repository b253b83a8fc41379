package dev.partnerops.wording;

import dev.partnerops.metrics.Catalogue;
import dev.partnerops.metrics.MetricInfo;
import dev.partnerops.model.Fraction;
import dev.partnerops.model.Title;
import dev.partnerops.model.Unit;
import dev.partnerops.model.Value;
import dev.partnerops.programme.Expression;
import dev.partnerops.programme.Metric;
import dev.partnerops.programme.MetricReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Metrics by the policy's title, else by what is counted, over which window, of which orders. */
public final class MetricPhrases {

  private static final String NUMERATOR = ".numerator";
  private static final String DENOMINATOR = ".denominator";

  private static final Pattern DAYS = Pattern.compile("(\\d{1,9}) days?");

  private final Wording words;

  MetricPhrases(Wording words) {
    this.words = words;
  }

  /** A metric where it is used: what {@code metrics:} defines is only named. */
  public String phrase(Metric.Use use) {
    boolean named = isNamed(use);
    if (words.isExact()) {
      return named ? use.label() : full(use.metric());
    }
    Title title = use.title();
    if (title != null) {
      return ofPart(part(use.label()), words.titled(title, use.label()));
    }
    return named && isLong(use.metric())
        ? ofPart(part(use.label()), base(use.label()))
        : full(use.metric());
  }

  /** A metric by its name in an expression; what the programme does not define is said in full. */
  String named(String name, Metric.Use use) {
    Title title = use.title();
    if (title != null) {
      return ofPart(part(name), words.titled(title, name));
    }
    return words.programme().metrics().containsKey(base(name))
        ? ofPart(part(name), base(name))
        : full(use.metric());
  }

  /** What takes more than a window to say is called by its name. */
  private boolean isLong(Metric metric) {
    return switch (metric) {
      case Metric.Measured(MetricReference reference) -> !details(reference).isEmpty();
      case Metric.Derived derived -> true;
      case Metric.OfField field -> false;
      case Metric.Result result -> false;
    };
  }

  /** What it is called where its window is told apart. */
  public String name(Metric.Use use) {
    return isNamed(use) || use.title() != null ? phrase(use) : counted(use.metric());
  }

  /** Whether it is one that {@code metrics:} defines. */
  public boolean isNamed(Metric.Use use) {
    String base = base(use.label());
    return words.programme().metrics().containsKey(base)
        && !use.clause().path().equals("metrics." + base);
  }

  private static String base(String label) {
    return part(label) == MetricReference.Part.WHOLE
        ? label
        : label.substring(0, label.lastIndexOf('.'));
  }

  private static MetricReference.Part part(String label) {
    if (label.endsWith(NUMERATOR)) {
      return MetricReference.Part.NUMERATOR;
    }
    return label.endsWith(DENOMINATOR)
        ? MetricReference.Part.DENOMINATOR
        : MetricReference.Part.WHOLE;
  }

  private String ofPart(MetricReference.Part part, String metric) {
    return switch (part) {
      case WHOLE -> metric;
      case NUMERATOR -> words.text("wording.metric.numerator", metric);
      case DENOMINATOR -> words.text("wording.metric.denominator", metric);
    };
  }

  /** All of it: {@code Net sales (last 90 days, only channel live)}. */
  public String full(Metric metric) {
    return switch (metric) {
      case Metric.Measured(MetricReference reference) -> {
        List<String> details = new ArrayList<>();
        details.add(words.spans().window(reference.window()));
        details.addAll(details(reference));
        yield words.text("wording.metric.detailed", counted(metric), words.commas(details));
      }
      case Metric.OfField field -> counted(field);
      case Metric.Result result -> counted(result);
      case Metric.Derived derived -> counted(derived);
    };
  }

  /** What is counted, without window and restrictions. */
  public String counted(Metric metric) {
    return switch (metric) {
      case Metric.Measured(MetricReference reference) -> ofPart(reference.part(), title(reference));
      case Metric.OfField(String field) -> words.fields().name(field);
      case Metric.Result result -> result(result);
      case Metric.Derived derived ->
          new ExpressionPhrases(words, derived.names()).phrase(derived.expression());
    };
  }

  /** {@code orders, net sales (last 90 days); only channel live}: what a definition adds. */
  public String measured(Metric metric) {
    List<String> parts = new ArrayList<>(List.of(counted(metric)));
    if (metric instanceof Metric.Measured(MetricReference reference)) {
      parts.addAll(details(reference));
    }
    return words.commas(parts);
  }

  /** The window of a metric; empty where it has none. */
  public String window(Metric metric) {
    return switch (metric) {
      case Metric.Measured(MetricReference reference) -> words.spans().window(reference.window());
      case Metric.OfField field -> "";
      case Metric.Result result -> "";
      case Metric.Derived derived -> "";
    };
  }

  private String title(MetricReference reference) {
    if (reference.figure() != null) {
      return words.text("wording.figure", reference.name());
    }
    return words.isExact()
        ? reference.name()
        : info(reference)
            .map(info -> words.titled(info.title(), info.name()))
            .orElse(reference.name());
  }

  private Optional<MetricInfo> info(MetricReference reference) {
    Catalogue catalogue = words.catalogue();
    String through = reference.through();
    return (through == null
            ? Optional.of(words.programme().entity())
            : words.fields().linked(through))
        .flatMap(kind -> catalogue.find(reference.name(), kind));
  }

  private String result(Metric.Result result) {
    String name = String.valueOf(result.name());
    String of = result.of();
    String said =
        switch (result.kind()) {
          case SCORE -> words.text("wording.metric.score");
          case RANK -> words.text("wording.metric.rank");
          case POINTS -> words.text("wording.metric.points", words.kpi(of, name));
          case GRANTED -> words.text("wording.metric.granted", words.benefit(of, name));
        };
    return of == null ? said : words.text("wording.metric.of", said, words.programme(of));
  }

  private List<String> details(MetricReference reference) {
    List<String> details = new ArrayList<>();
    MetricReference.Figure figure = reference.figure();
    if (figure != null) {
      details.add(words.text("wording.figure.unit." + figure.unit().word()));
      details.add(words.text("wording.figure.take." + figure.take().word()));
    }
    addDimensions(details, reference.only(), "wording.only.");
    addDimensions(details, reference.except(), "wording.except.");
    reference.with().forEach((name, values) -> details.add(parameter(name, values)));
    String through = reference.through();
    if (through != null) {
      details.add(words.text("wording.through", words.fields().name(through)));
    }
    return details;
  }

  private void addDimensions(
      List<String> details, SortedMap<String, List<String>> dimensions, String prefix) {
    for (Map.Entry<String, List<String>> each : dimensions.entrySet()) {
      String dimension = each.getKey();
      String values =
          words.or(
              each.getValue().stream()
                  .map(value -> words.fields().dimension(dimension, value))
                  .toList());
      boolean flag = dimension.equals("hot") || dimension.equals("pool");
      String key = prefix + (flag ? "goods" : dimension.equals("channel") ? dimension : "other");
      details.add(
          flag || dimension.equals("channel")
              ? words.text(key, values)
              : words.text(key, words.fields().dimension(dimension), values));
    }
  }

  private String parameter(String name, List<Value> values) {
    String said =
        words.or(
            values.stream()
                .map(value ->
                    value instanceof Value.Text(String text)
                        ? word(text)
                        : words.amounts().value(value, Unit.NUMBER))
                .toList());
    String known = words.textOr("wording.with." + name, "");
    return known.isEmpty() || words.isExact()
        ? words.text("wording.parameter", name, said)
        : words.text("wording.with." + name, said);
  }

  /** A length as {@code 14 days}, or a word of the metric. */
  private String word(String text) {
    Matcher days = DAYS.matcher(text);
    if (words.isExact()) {
      return text;
    }
    return days.matches()
        ? words.amounts().number(Fraction.of(Long.parseLong(days.group(1))), Unit.DAYS)
        : words.textOr("wording.with.value." + text, text);
  }

  /** In which unit it is compared and shown. */
  public Unit unit(Metric.Use use) {
    return unit(use.metric(), use.decimals());
  }

  private Unit unit(Metric metric, int decimals) {
    return switch (metric) {
      case Metric.Measured(MetricReference reference) ->
          reference.part() == MetricReference.Part.WHOLE ? unit(reference) : ofPart(decimals);
      case Metric.OfField(String field) -> words.fields().unit(field);
      case Metric.Result result ->
          switch (result.kind()) {
            case SCORE, POINTS, RANK -> Unit.NUMBER;
            case GRANTED -> Unit.MONEY;
          };
      case Metric.Derived(Expression expression, Map<String, Metric.Use> names, String place) ->
          new ExpressionUnits(this, names).unit(expression);
    };
  }

  private Unit unit(MetricReference reference) {
    MetricReference.Figure figure = reference.figure();
    return figure != null
        ? figure.unit()
        : info(reference).map(MetricInfo::unit).orElse(Unit.NUMBER);
  }

  private static Unit ofPart(int decimals) {
    return decimals == 2 ? Unit.MONEY : Unit.NUMBER;
  }
}
