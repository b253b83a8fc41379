package dev.partnerops.metrics;

import dev.partnerops.command.Session;
import dev.partnerops.model.Message;
import dev.partnerops.model.Nearest;
import dev.partnerops.model.Title;
import dev.partnerops.model.ToolException;
import dev.partnerops.model.Unit;
import dev.partnerops.model.Value;
import dev.partnerops.output.Column;
import dev.partnerops.output.ResultTable;
import dev.partnerops.programme.SharedMetric;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What metrics there are, and what one of them means. */
final class MetricListing {

  private final Session session;
  private final Catalogue catalogue;

  MetricListing(Session session) {
    this.session = session;
    this.catalogue = Catalogue.of(session.dataSets(), session.workspaceFolder().resolve("metrics"));
  }

  /** One row a metric; entities that share its meaning stand together. */
  void list(@Nullable String entity) {
    List<MetricInfo> metrics =
        entity == null
            ? catalogue.all()
            : catalogue.of(EntityWord.kind(catalogue.dataSets(), entity));
    Map<Group, List<String>> kinds = new LinkedHashMap<>();
    for (MetricInfo metric : metrics) {
      kinds.computeIfAbsent(Group.of(metric), group -> new ArrayList<>()).add(metric.kind().word());
    }
    List<List<String>> rows = new ArrayList<>();
    kinds.forEach((group, words) ->
        rows.add(
            List.of(
                group.name,
                String.join(", ", words),
                group.unit.word(),
                title(group.title),
                group.origin)));
    for (SharedMetric metric : catalogue.shared().values()) {
      rows.add(List.of(metric.name(), "", metric.figure(), title(metric.title()), metric.file()));
    }
    session.print(
        new ResultTable(
            List.of(
                Column.text("metric"),
                Column.text("entities"),
                Column.text("unit"),
                Column.text("title"),
                Column.text("source")),
            rows));
  }

  private record Group(String name, Unit unit, Title title, String origin) {
    static Group of(MetricInfo metric) {
      return new Group(metric.name(), metric.unit(), metric.title(), origin(metric));
    }

    /** What is shipped, by its kind; what is the workspace's, by its file. */
    private static String origin(MetricInfo metric) {
      String source = source(metric);
      return source.startsWith(SqlMetrics.SHIPPED) ? "sql" : source;
    }
  }

  private static String source(MetricInfo metric) {
    return switch (metric.definition()) {
      case Definition.OfOrders orders -> "orders";
      case Definition.OfFigure figures -> "orders";
      case Definition.OfMilestones milestones -> "orders";
      case Definition.OfSql(SqlMetric sql) -> sql.file();
      case Definition.OfReported reported -> "figures";
    };
  }

  /** A property a row; for each entity kind where they differ. */
  void show(String name) {
    List<MetricInfo> metrics =
        catalogue.all().stream().filter(metric -> metric.name().equals(name)).toList();
    SharedMetric shared = catalogue.shared().get(name);
    if (shared != null) {
      show(shared);
      return;
    }
    if (metrics.isEmpty()) {
      List<String> names =
          Stream.concat(
                  catalogue.all().stream().map(MetricInfo::name),
                  catalogue.shared().keySet().stream())
              .distinct()
              .toList();
      throw new ToolException.Usage(
          Message.of("metrics.command.no-metric", name, Nearest.orAll(name, names)));
    }
    Map<String, List<MetricInfo>> alike =
        metrics.stream()
            .collect(
                Collectors.groupingBy(
                    metric -> source(metric) + parameters(metric),
                    LinkedHashMap::new,
                    Collectors.toList()));
    List<List<String>> rows = new ArrayList<>();
    alike.values().forEach(group -> describe(group, rows));
    session.print(new ResultTable(List.of(Column.text("property"), Column.text("content")), rows));
  }

  /** A name for all programmes: its meaning is that of each programme's entities. */
  private void show(SharedMetric metric) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("metric", metric.name()));
    rows.add(List.of("title", title(metric.title())));
    rows.add(List.of("file", metric.file()));
    rows.add(List.of("definition", metric.text()));
    session.print(new ResultTable(List.of(Column.text("property"), Column.text("content")), rows));
  }

  private void describe(List<MetricInfo> group, List<List<String>> rows) {
    MetricInfo metric = group.getFirst();
    TreeSet<String> kinds = new TreeSet<>();
    group.forEach(each -> kinds.add(each.kind().word()));
    rows.add(List.of("metric", metric.name()));
    rows.add(List.of("title", title(metric.title())));
    rows.add(List.of("entities", String.join(", ", kinds)));
    rows.add(List.of("meaning", title(metric.description())));
    rows.add(List.of("unit", metric.unit().word()));
    rows.add(List.of("clock", metric.clock()));
    rows.add(List.of("parameters", parameters(metric)));
    rows.add(List.of("can be missing", String.valueOf(metric.canBeMissing())));
    if (metric.isQuotient()) {
      rows.add(List.of("parts", metric.name() + ".numerator, " + metric.name() + ".denominator"));
    }
    if (metric.definition() instanceof Definition.OfSql(SqlMetric sql)) {
      rows.add(List.of("file", sql.file()));
      sql.text()
          .strip()
          .lines()
          .dropWhile(line -> line.isBlank() || line.startsWith("--"))
          .forEach(line -> rows.add(List.of("sql", line)));
    }
  }

  private static String parameters(MetricInfo metric) {
    return metric.with().entrySet().stream()
        .map(parameter -> parameter.getKey() + ": " + text(parameter.getValue()))
        .collect(Collectors.joining(", "));
  }

  private static String text(Value value) {
    return Resolver.text(value);
  }

  private String title(Title title) {
    return title.in(session.messages().locale());
  }
}
