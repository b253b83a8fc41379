package dev.partnerops.metrics;

import dev.partnerops.command.Session;
import dev.partnerops.model.DayRange;
import dev.partnerops.model.EntityKind;
import dev.partnerops.model.Message;
import dev.partnerops.model.Nearest;
import dev.partnerops.model.Period;
import dev.partnerops.model.ToolException;
import dev.partnerops.model.Value;
import dev.partnerops.output.Column;
import dev.partnerops.output.ResultTable;
import dev.partnerops.programme.MetricReference;
import dev.partnerops.programme.SharedMetric;
import dev.partnerops.programme.Window;
import dev.partnerops.programme.WindowContext;
import dev.partnerops.programme.Windows;
import dev.partnerops.store.Store;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** {@code metrics compute}: one row an entity, one column a metric (SPEC section 3). */
final class MetricSheet {

  static final List<String> DEFAULT_WINDOWS = List.of("last 90 days");

  private final Session session;
  private final Catalogue catalogue;

  MetricSheet(Session session) {
    this.session = session;
    this.catalogue = Catalogue.of(session.dataSets(), session.workspace().metrics());
  }

  /**
   * Prints the named metrics, or all order measures where none is named, over each window.
   *
   * @param windows in the words of a policy; the end is the as-of day, the period its calendar
   *     month
   */
  void print(String entity, List<String> windows, List<String> names, Narrowing narrowing) {
    EntityKind kind = EntityWord.kind(catalogue.dataSets(), entity);
    List<MetricReference> references = references(kind, names, narrowing);
    Map<String, Window> parsed = new LinkedHashMap<>();
    windows.forEach(words -> parsed.put(words, window(words)));
    ZoneId zone = session.zone();
    LocalDate asOf = session.asOf(zone);
    WindowContext context =
        new WindowContext(Period.containing(Period.Unit.MONTH, asOf), asOf, asOf.plusDays(1));
    try (Store store = session.openToRead("metrics compute");
        MetricStore metrics = MetricStore.over(store, catalogue.dataSets())) {
      Entities population = new Entities(metrics, asOf, zone);
      boolean askFields = parsed.values().stream().anyMatch(Windows::hangsOnField);
      List<Entity> entities = askFields ? population.load(kind) : population.loadBare(kind);
      List<Column> columns = new ArrayList<>();
      List<MetricRequest> requests = new ArrayList<>();
      parsed.forEach((words, window) -> {
        List<@Nullable DayRange> ranges = ranges(window, words, context, entities);
        String suffix = parsed.size() == 1 ? "" : "@" + words.strip().replaceAll("\\s+", "_");
        for (MetricReference reference : references) {
          requests.add(new MetricRequest(reference, ranges));
          columns.add(new Column(name(reference) + suffix, catalogue.columnKind(reference, kind)));
        }
      });
      MetricTable table =
          new Metrics(catalogue, metrics)
              .compute(new MetricScope(kind, entities, store.lastBatch(), asOf, zone), requests);
      session.print(answer(kind, entities, columns, table));
      table.reached().forEach(each -> session.notice(each.text()));
    }
  }

  private static List<@Nullable DayRange> ranges(
      Window window, String words, WindowContext context, List<Entity> entities) {
    if (!Windows.hangsOnField(window) && !entities.isEmpty()) {
      DayRange shared = range(window, words, context, entities.getFirst());
      return Collections.nCopies(entities.size(), shared);
    }
    List<@Nullable DayRange> ranges = new ArrayList<>(entities.size());
    for (Entity each : entities) {
      ranges.add(range(window, words, context, each));
    }
    return ranges;
  }

  private static @Nullable DayRange range(
      Window window, String words, WindowContext context, Entity entity) {
    return Windows.resolve(window, context, name -> field(entity, name, words)).orElse(null);
  }

  private static Window window(String words) {
    return Windows.parse(words)
        .orElseThrow(() -> new ToolException.Usage(Message.of("metrics.command.window", words)));
  }

  private static Value field(Entity entity, String name, String window) {
    Value value = entity.fields().get(name);
    if (value == null) {
      throw new ToolException.Usage(
          Message.of(
              "metrics.command.window-field",
              window,
              name,
              Nearest.orAll(name, entity.fields().keySet())));
    }
    return value;
  }

  private List<MetricReference> references(
      EntityKind kind, List<String> names, Narrowing narrowing) {
    List<String> asked =
        names.isEmpty()
            ? catalogue.of(kind).stream()
                .filter(MetricInfo::isOrderMeasure)
                .map(MetricInfo::name)
                .toList()
            : names;
    List<MetricReference> references = new ArrayList<>();
    for (String name : asked) {
      SharedMetric shared = catalogue.shared().get(name);
      if (shared != null) {
        throw new ToolException.Usage(
            Message.of("metrics.command.shared", name, shared.file(), shared.text()));
      }
      MetricReference reference = narrowing.apply(reference(name));
      Metrics.problem(catalogue, reference, kind)
          .ifPresent(problem -> {
            throw new ToolException.Usage(problem);
          });
      references.add(reference);
    }
    return references;
  }

  private static MetricReference reference(String name) {
    MetricReference.Part part = MetricReference.Part.WHOLE;
    String whole = name;
    if (name.endsWith(".numerator")) {
      part = MetricReference.Part.NUMERATOR;
    } else if (name.endsWith(".denominator")) {
      part = MetricReference.Part.DENOMINATOR;
    }
    if (part != MetricReference.Part.WHOLE) {
      whole = name.substring(0, name.lastIndexOf('.'));
    }
    return new MetricReference(
        whole,
        part,
        new Window.OfPeriod(0),
        new TreeMap<>(),
        new TreeMap<>(),
        new TreeMap<>(),
        null);
  }

  private ResultTable answer(
      EntityKind kind, List<Entity> entities, List<Column> measured, MetricTable table) {
    boolean hasRoles = kind.equals(EntityKind.PROVIDER);
    List<Column> columns = new ArrayList<>();
    columns.add(Column.text("entity_id"));
    if (hasRoles) {
      columns.add(Column.text("role"));
    }
    columns.addAll(measured);
    return new ResultTable(
        columns,
        () -> {
          Iterator<Integer> places = IntStream.range(0, entities.size()).boxed().iterator();
          return new Iterator<List<? extends @Nullable Object>>() {
            @Override
            public boolean hasNext() {
              return places.hasNext();
            }

            @Override
            public List<? extends @Nullable Object> next() {
              int place = places.next();
              List<@Nullable Object> row = new ArrayList<>(columns.size());
              row.add(entities.get(place).id().id());
              if (hasRoles) {
                row.add(entities.get(place).id().role());
              }
              for (int i = 0; i < measured.size(); i++) {
                row.add(table.cell(place, i));
              }
              return row;
            }
          };
        });
  }

  private static String name(MetricReference reference) {
    return switch (reference.part()) {
      case WHOLE -> reference.name();
      case NUMERATOR -> reference.name() + ".numerator";
      case DENOMINATOR -> reference.name() + ".denominator";
    };
  }
}
