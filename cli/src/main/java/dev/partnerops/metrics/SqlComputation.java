package dev.partnerops.metrics;

import dev.partnerops.model.DayRange;
import dev.partnerops.model.Fraction;
import dev.partnerops.model.Message;
import dev.partnerops.model.ToolException;
import dev.partnerops.model.Unit;
import dev.partnerops.model.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * SQL metrics: one SELECT for each metric, parameters and days asked for, its rows handed to all
 * who asked. Entities whose windows are equal share it.
 */
final class SqlComputation {

  private static final int NO_COLUMN = -1;

  private final MetricStore store;
  private final MetricScope scope;

  SqlComputation(MetricStore store, MetricScope scope) {
    this.store = store;
    this.scope = scope;
  }

  private record Run(SqlMetric metric, SortedMap<String, Value> with, DayRange days) {}

  /**
   * An ask with its index; one object an ask, so that the places are found once for all its runs.
   */
  private record Asking(Ask ask, SubjectIndex index) {}

  void compute(List<Ask> asks) {
    Map<Run, Set<Asking>> runs = new LinkedHashMap<>();
    for (Ask ask : asks) {
      Asking asking = new Asking(ask, new SubjectIndex(ask.subjects()));
      DayRange before = null;
      for (int i = 0; i < ask.size(); i++) {
        DayRange days = ask.range(i);
        if (days != null && !days.equals(before) && ask.isAsked(i)) {
          before = days;
          addTo(runs, asking, days);
        }
      }
    }
    runs.forEach(this::run);
  }

  private static void addTo(Map<Run, Set<Asking>> runs, Asking asking, DayRange days) {
    Measured measured = asking.ask().measured();
    if (measured.info().definition() instanceof Definition.OfSql(SqlMetric metric)) {
      runs.computeIfAbsent(new Run(metric, measured.with(), days), run -> new LinkedHashSet<>())
          .add(asking);
    }
  }

  private void run(Run run, Set<Asking> askings) {
    try (Rows rows = store.select(run.metric().select().jdbc(), bindings(run), 0)) {
      Shape shape = Shape.of(run.metric(), rows.columns());
      List<Reading> readings = new ArrayList<>();
      for (Asking asking : askings) {
        readings.add(new Reading(run, shape, asking));
      }
      while (rows.next()) {
        for (Reading reading : readings) {
          reading.take(rows);
        }
      }
    } catch (SelectFailure e) {
      throw failure(run.metric(), e);
    }
  }

  /** Out of memory or damage is no fault of the metric. */
  private static ToolException failure(SqlMetric metric, SelectFailure e) {
    return switch (e.reason()) {
      case MEMORY, TIMEOUT ->
          new ToolException.Resources(Message.of("metrics.sql.failed", metric.file(), e.why()), e);
      case DAMAGED ->
          new ToolException.StoreDamaged(
              Message.of("metrics.sql.failed", metric.file(), e.why()), e);
      case DENIED, NOT_A_SELECT, FAULTY ->
          new ToolException.Policy(Message.of("metrics.sql.failed", metric.file(), e.why()));
    };
  }

  private List<@Nullable Object> bindings(Run run) {
    List<@Nullable Object> bindings = new ArrayList<>();
    for (SqlText.Parameter parameter : run.metric().select().parameters()) {
      bindings.add(
          switch (parameter.name()) {
            case "from" -> run.days().first().atStartOfDay(scope.zone()).toOffsetDateTime();
            case "to" ->
                run.days().last().plusDays(1).atStartOfDay(scope.zone()).toOffsetDateTime();
            case "first_day" -> run.days().first();
            case "last_day" -> run.days().last();
            case "as_of" -> scope.asOf();
            default -> Cells.binding(run.with().getOrDefault(parameter.name(), Value.missing()));
          });
    }
    return bindings;
  }

  /** Where the columns of the contract stand in the rows. */
  private record Shape(
      List<Rows.Column> columns, int id, int role, int value, int numerator, int denominator) {

    static Shape of(SqlMetric metric, List<Rows.Column> columns) {
      Shape shape =
          new Shape(
              columns,
              place(columns, "entity_id"),
              place(columns, "role"),
              place(columns, "value"),
              place(columns, "numerator"),
              place(columns, "denominator"));
      boolean hasParts = shape.numerator != NO_COLUMN && shape.denominator != NO_COLUMN;
      if (shape.id == NO_COLUMN || (shape.value == NO_COLUMN && !hasParts)) {
        throw new ToolException.Policy(
            Message.of("metrics.sql.columns", metric.file(), names(columns)));
      }
      return shape;
    }

    static String names(List<Rows.Column> columns) {
      return String.join(", ", columns.stream().map(Rows.Column::name).toList());
    }

    static int place(List<Rows.Column> columns, String name) {
      for (int i = 0; i < columns.size(); i++) {
        if (columns.get(i).name().equals(name)) {
          return i;
        }
      }
      return NO_COLUMN;
    }
  }

  /** One ask reading the rows of one run. */
  private final class Reading {
    private final Run run;
    private final Shape shape;
    private final Asking asking;
    private final boolean[] seen;
    private final int column;

    Reading(Run run, Shape shape, Asking asking) {
      this.run = run;
      this.shape = shape;
      this.asking = asking;
      this.seen = new boolean[asking.ask().size()];
      String name = asking.ask().measured().column();
      this.column = name == null ? NO_COLUMN : Shape.place(shape.columns(), name);
      if (name != null && column == NO_COLUMN) {
        throw new ToolException.Policy(
            Message.of(
                "metrics.sql.no-column", run.metric().name(), name, Shape.names(shape.columns())));
      }
    }

    void take(Rows rows) {
      if (!(rows.cell(shape.id()) instanceof String id)) {
        return;
      }
      String role = shape.role() == NO_COLUMN ? null : (String) rows.cell(shape.role());
      if (shape.role() != NO_COLUMN && role == null) {
        return;
      }
      asking.index().forEach(id, role, entity -> take(rows, id, entity));
    }

    private void take(Rows rows, String id, int entity) {
      Ask ask = asking.ask();
      if (!run.days().equals(ask.range(entity))) {
        return;
      }
      if (seen[entity]) {
        throw new ToolException.Policy(Message.of("metrics.sql.twice", run.metric().file(), id));
      }
      seen[entity] = true;
      ask.answer(entity, value(rows, ask.measured()));
    }

    private Value value(Rows rows, Measured measured) {
      if (column != NO_COLUMN) {
        return Cells.value(rows.cell(column), scope.zone());
      }
      if (shape.numerator() == NO_COLUMN || shape.denominator() == NO_COLUMN) {
        return checked(Cells.value(rows.cell(shape.value()), scope.zone()), measured.info().unit());
      }
      Fraction numerator = part(rows, shape.numerator());
      Fraction denominator = part(rows, shape.denominator());
      return switch (measured.part()) {
        case WHOLE ->
            denominator.signum() == 0 ? Value.missing() : new Value.Rate(numerator, denominator);
        case NUMERATOR -> new Value.Numeric(numerator);
        case DENOMINATOR -> new Value.Numeric(denominator);
      };
    }

    private Fraction part(Rows rows, int place) {
      Object cell = rows.cell(place);
      return cell == null
          ? Fraction.ZERO
          : Cells.value(cell, scope.zone())
              .findNumber()
              .orElseThrow(() -> notOfUnit(Unit.NUMBER, cell.toString()));
    }

    private Value checked(Value value, Unit unit) {
      boolean fits =
          value.isMissing()
              || switch (unit) {
                case DAY -> value instanceof Value.Day;
                case FLAG -> value instanceof Value.Flag;
                case RATE, MONEY, COUNT, NUMBER, DAYS -> value instanceof Value.Numeric;
              };
      if (!fits) {
        throw notOfUnit(unit, Resolver.text(value));
      }
      return value;
    }

    private ToolException.Policy notOfUnit(Unit unit, String value) {
      return new ToolException.Policy(
          Message.of("metrics.sql.unit", run.metric().file(), value, unit.word()));
    }
  }
}
