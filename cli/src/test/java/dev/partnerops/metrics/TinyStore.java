package dev.partnerops.metrics;

import dev.partnerops.dataset.DataSets;
import dev.partnerops.model.DayRange;
import dev.partnerops.model.EntityKind;
import dev.partnerops.model.Value;
import dev.partnerops.programme.MetricReference;
import dev.partnerops.programme.Window;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A store in memory with the shipped schema and rows written by hand, as of one batch. */
final class TinyStore implements AutoCloseable {

  static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  static final DayRange OCTOBER =
      new DayRange(LocalDate.parse("2020-10-01"), LocalDate.parse("2020-10-31"));

  private static final AtomicInteger NAMES = new AtomicInteger();

  private final Connection admin;
  private final Connection reader;
  private int line = 1;

  TinyStore() throws SQLException {
    String url = "jdbc:h2:mem:tiny" + NAMES.incrementAndGet();
    admin = DriverManager.getConnection(url, "admin", "");
    try (Statement statement = admin.createStatement()) {
      for (String file : resource("index.txt").lines().toList()) {
        statement.execute(resource(file));
      }
      statement.execute("create user if not exists reader password ''");
      statement.execute("grant select on schema public to reader");
      statement.execute("set @batch = 1");
    }
    reader = DriverManager.getConnection(url, "reader", "");
    try (Statement statement = reader.createStatement()) {
      statement.execute("set @batch = 1");
    }
  }

  private static String resource(String name) {
    try (InputStream stream = TinyStore.class.getResourceAsStream("/sql/schema/" + name)) {
      return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Rows of a data set: its columns, then one text of SQL literals a row. */
  TinyStore with(String dataSet, String columns, String... rows) throws SQLException {
    try (Statement statement = admin.createStatement()) {
      for (String row : rows) {
        statement.execute(
            "insert into base.%s (batch_in, line, %s) values (1, %d, %s)"
                .formatted(dataSet, columns, line++, row));
      }
    }
    return this;
  }

  MetricStore store() {
    return new MetricStore(DataSets.shipped(), reader, admin);
  }

  Connection admin() {
    return admin;
  }

  List<Entity> entities(EntityKind kind) {
    return new Entities(store(), OCTOBER.last(), SHANGHAI).load(kind);
  }

  /**
   * A metric of all entities over October 2020, as of its last day: id, with role where there is
   * one, to value.
   */
  Map<String, Value> october(EntityKind kind, MetricReference reference) {
    return values(kind, reference, OCTOBER, OCTOBER.last());
  }

  Map<String, Value> values(
      EntityKind kind, MetricReference reference, DayRange days, LocalDate asOf) {
    List<Entity> entities = new Entities(store(), asOf, SHANGHAI).load(kind);
    MetricTable table =
        new Metrics(new Catalogue(DataSets.shipped(), SqlMetrics.shipped()), store())
            .compute(
                new MetricScope(kind, entities, 1, asOf, SHANGHAI),
                List.of(MetricRequest.shared(reference, days, entities.size())));
    Map<String, Value> values = new TreeMap<>();
    for (int i = 0; i < entities.size(); i++) {
      String role = entities.get(i).id().role();
      values.put(entities.get(i).id().id() + (role.isEmpty() ? "" : " " + role), table.value(i, 0));
    }
    return values;
  }

  static MetricReference reference(String name) {
    return reference(name, Map.of());
  }

  static MetricReference reference(String name, Map<String, List<Value>> with) {
    int dot = name.lastIndexOf('.');
    String last = name.substring(dot + 1);
    MetricReference.Part part =
        switch (last) {
          case "numerator" -> MetricReference.Part.NUMERATOR;
          case "denominator" -> MetricReference.Part.DENOMINATOR;
          default -> MetricReference.Part.WHOLE;
        };
    return new MetricReference(
        part == MetricReference.Part.WHOLE ? name : name.substring(0, dot),
        part,
        new Window.OfPeriod(0),
        new TreeMap<>(),
        new TreeMap<>(),
        new TreeMap<>(with),
        null);
  }

  @Override
  public void close() throws SQLException {
    reader.close();
    admin.close();
  }
}
