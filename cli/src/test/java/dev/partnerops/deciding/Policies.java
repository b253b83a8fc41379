package dev.partnerops.deciding;

import dev.partnerops.dataset.Column;
import dev.partnerops.dataset.DataSet;
import dev.partnerops.dataset.DataSets;
import dev.partnerops.model.EntityKind;
import dev.partnerops.model.Fraction;
import dev.partnerops.model.Period;
import dev.partnerops.model.Title;
import dev.partnerops.model.Value;
import dev.partnerops.programme.Calendar;
import dev.partnerops.programme.Clause;
import dev.partnerops.programme.Condition;
import dev.partnerops.programme.Condition.Comparison;
import dev.partnerops.programme.Condition.Operator;
import dev.partnerops.programme.Fee;
import dev.partnerops.programme.Grant;
import dev.partnerops.programme.Instruments;
import dev.partnerops.programme.Ladder;
import dev.partnerops.programme.Metric;
import dev.partnerops.programme.MetricReference;
import dev.partnerops.programme.Programme;
import dev.partnerops.programme.Ranking;
import dev.partnerops.programme.Scorecard;
import dev.partnerops.programme.Setting;
import dev.partnerops.programme.Window;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Parts of policies, written short. Metrics are measured over the period and known by name. */
public final class Policies {

  private static int line = 1;

  private Policies() {}

  public static Clause at(String path) {
    return new Clause(path, line++);
  }

  public static Setting of(String text) {
    return new Setting.Literal(value(text), at("setting"));
  }

  public static Setting none() {
    return new Setting.None(at("none"));
  }

  /** A table: {@code key, value, key, value, …}; {@code else} is the key of otherwise. */
  public static Setting table(String by, String... rows) {
    List<Setting.Row> list = new ArrayList<>();
    Setting otherwise = null;
    for (int i = 0; i < rows.length; i += 2) {
      Setting setting = rows[i + 1].equals("none") ? none() : of(rows[i + 1]);
      if (rows[i].equals("else")) {
        otherwise = setting;
      } else if (rows[i].matches("\\d+(-\\d+)?")) {
        String[] ends = rows[i].split("-");
        list.add(
            new Setting.Row(
                rows[i], new BigInteger(ends[0]), new BigInteger(ends[ends.length - 1]), setting));
      } else {
        list.add(new Setting.Row(rows[i], null, null, setting));
      }
    }
    return new Setting.Table(by, list, otherwise, at("table"));
  }

  /** {@code 3/463} is a rate, {@code 5%} a number, a day, {@code missing}, a flag, else a text. */
  public static Value value(String text) {
    if (text.equals("missing")) {
      return Value.missing();
    }
    if (text.equals("true") || text.equals("false")) {
      return new Value.Flag(text.equals("true"));
    }
    if (text.matches("\\d{4}-\\d\\d-\\d\\d")) {
      return new Value.Day(LocalDate.parse(text));
    }
    if (text.matches("-?[0-9.]+/[0-9.]+")) {
      String[] parts = text.split("/");
      return new Value.Rate(number(parts[0]), number(parts[1]));
    }
    if (text.matches("-?[0-9.]+%?")) {
      return new Value.Numeric(number(text));
    }
    return Value.ofText(text);
  }

  public static Fraction number(String text) {
    return text.endsWith("%")
        ? number(text.substring(0, text.length() - 1)).dividedBy(Fraction.of(100))
        : Fraction.of(new BigDecimal(text));
  }

  public static Metric.Use metric(String name) {
    return new Metric.Use(
        name,
        new Metric.Measured(
            new MetricReference(
                name,
                MetricReference.Part.WHOLE,
                new Window.OfPeriod(0),
                new TreeMap<>(),
                new TreeMap<>(),
                new TreeMap<>(),
                null)),
        null,
        at(name),
        Metric.Use.AS_IT_IS);
  }

  public static Metric.Use result(
      Metric.Result.Kind kind, @Nullable String name, @Nullable String of) {
    return new Metric.Use("result", new Metric.Result(kind, name, of), null, at("result"), 2);
  }

  public static Metric.Use scoreMetric() {
    return result(Metric.Result.Kind.SCORE, null, null);
  }

  public static List<Comparison> compare(Operator operator, String... thresholds) {
    List<Setting> settings = new ArrayList<>();
    for (String threshold : thresholds) {
      settings.add(threshold.equals("none") ? none() : of(threshold));
    }
    return List.of(new Comparison(operator, settings, at("comparison")));
  }

  public static Condition metric(
      String path, String name, Operator operator, String... thresholds) {
    return new Condition.OfMetric(
        metric(name), compare(operator, thresholds), null, at(path), null);
  }

  public static Condition metric(String path, String name, Operator operator, Setting setting) {
    return new Condition.OfMetric(
        metric(name),
        List.of(new Comparison(operator, List.of(setting), at(path))),
        null,
        at(path),
        null);
  }

  public static Condition metric(
      String path, String name, Condition.WhenMissing whenMissing, Operator operator, String at) {
    return new Condition.OfMetric(metric(name), compare(operator, at), whenMissing, at(path), null);
  }

  public static Condition field(String path, String name, Operator operator, String... to) {
    return new Condition.OfField(name, compare(operator, to), null, at(path), null);
  }

  public static Condition age(String path, String name, Operator operator, String... to) {
    return new Condition.Age(name, compare(operator, to), null, at(path), null);
  }

  public static Condition all(Condition... conditions) {
    return new Condition.All(List.of(conditions), at("all"), null);
  }

  public static Condition any(Condition... conditions) {
    return new Condition.Any(List.of(conditions), at("any"), null);
  }

  public static Condition not(Condition condition) {
    return new Condition.Not(condition, at("not"), null);
  }

  public static Condition met(String name) {
    return new Condition.Met(name, at("met"), null);
  }

  public static Condition held(String path, int evaluations, Condition condition) {
    return new Condition.Held(condition, evaluations, at(path), null);
  }

  public static Condition missed(String path) {
    return new Condition.Missed(at(path), null);
  }

  public static Condition tier(String path, @Nullable String of, boolean orAbove, String... names) {
    return standing(path, Condition.Standing.Kind.TIER, of, orAbove, names);
  }

  public static Condition badge(String path, String... names) {
    return standing(path, Condition.Standing.Kind.BADGE, null, false, names);
  }

  private static Condition standing(
      String path,
      Condition.Standing.Kind kind,
      @Nullable String of,
      boolean orAbove,
      String... names) {
    return new Condition.Standing(
        kind, List.of(names), orAbove, of, null, Condition.Standing.Seen.ANY, at(path), null);
  }

  /** {@code bronze 60 55}: name, enter, keep; the last two may be left out. */
  public static Ladder.Tier tier(String text, @Nullable Condition require) {
    String[] words = text.split(" ");
    return new Ladder.Tier(
        words[0],
        words.length > 1 ? of(words[1]) : null,
        words.length > 2 ? of(words[2]) : null,
        require,
        null,
        at("ladder.tiers." + words[0]));
  }

  public static LadderParts ladder(Ladder.Tier... tiers) {
    return new LadderParts(List.of(tiers));
  }

  public static LadderParts ladder(String... tiers) {
    List<Ladder.Tier> list = new ArrayList<>();
    for (String each : tiers) {
      list.add(tier(each, null));
    }
    return new LadderParts(list);
  }

  public static Scorecard card(List<Scorecard.Kpi> kpis, List<Scorecard.Entry> entries) {
    return card("0", kpis, entries);
  }

  public static Scorecard card(
      String start, List<Scorecard.Kpi> kpis, List<Scorecard.Entry> entries) {
    return new Scorecard(
        Fraction.ZERO, number("100"), number(start), kpis, Map.of(), entries, at("scorecard"));
  }

  /** A KPI with a curve: value, percent, value, percent, … */
  public static KpiParts kpi(String name, String weight, String... curve) {
    List<Scorecard.CurvePoint> points = new ArrayList<>();
    for (int i = 0; i < curve.length; i += 2) {
      points.add(new Scorecard.CurvePoint(of(curve[i]), of(curve[i + 1])));
    }
    return new KpiParts(name, weight, points);
  }

  public static Scorecard.Entry entry(
      String name, @Nullable String metric, String points, @Nullable String limit) {
    return new Scorecard.Entry(
        name,
        metric == null ? null : metric(metric),
        null,
        null,
        of(points),
        limit == null ? null : of(limit),
        null,
        null,
        null,
        at("scorecard.entries." + name));
  }

  public static Grant.Band band(@Nullable String upTo, Setting rate) {
    return new Grant.Band(upTo == null ? null : of(upTo), rate, at("band"));
  }

  public static Grant.Limit limit(
      String per, Grant.Limit.Each each, String atMost, Grant.Limit.WhenShort whenShort) {
    return new Grant.Limit(per, each, of(atMost), whenShort, null, at("limits[0]"));
  }

  /** A programme of one month with nothing but these instruments. */
  public static Programme programme(EntityKind entity, Instruments instruments) {
    return programme(entity, Map.of(), null, instruments, Map.of(), List.of());
  }

  public static Programme programme(
      EntityKind entity,
      Map<String, Condition> conditions,
      @Nullable String segmentBy,
      Instruments instruments,
      Map<String, Instruments> segments,
      List<Grant.Limit> limits) {
    return new Programme(
        "test",
        new Title("Test", "测试"),
        1,
        new Programme.Effective(LocalDate.of(2020, 10, 1), null, false),
        null,
        entity,
        new Programme.Fields(
            entity.word() + "_id",
            DataSets.shipped()
                .findByEntity(entity)
                .flatMap(DataSet::findArrival)
                .map(Column::name)
                .orElse("joined_on"),
            Map.of()),
        ZoneId.of("Asia/Shanghai"),
        "CNY",
        new Calendar(new Calendar.Every.Each(Period.Unit.MONTH), 1),
        null,
        Condition.WhenMissing.UNMET,
        Map.of(),
        conditions,
        segmentBy,
        within(instruments, limits),
        segments,
        3,
        "test.yaml",
        "",
        "");
  }

  private static Instruments within(Instruments instruments, List<Grant.Limit> limits) {
    return new Instruments(
        instruments.minimum(),
        instruments.scorecard(),
        instruments.ladder(),
        instruments.ranking(),
        instruments.grants(),
        limits,
        instruments.fee());
  }

  public static Instruments instruments(
      @Nullable Condition minimum,
      @Nullable Scorecard scorecard,
      @Nullable Ladder ladder,
      @Nullable Ranking ranking) {
    return new Instruments(minimum, scorecard, ladder, ranking, List.of(), List.of(), null);
  }

  public static Instruments paying(@Nullable Fee fee, Grant... grants) {
    return new Instruments(null, null, null, null, List.of(grants), List.of(), fee);
  }
}
