package dev.partnerops.metrics;

import dev.partnerops.dataset.DataSets;
import dev.partnerops.model.EntityKind;
import dev.partnerops.model.Message;
import dev.partnerops.model.Nearest;
import dev.partnerops.model.SourceLine;
import dev.partnerops.model.Title;
import dev.partnerops.model.ToolException;
import dev.partnerops.model.Unit;
import dev.partnerops.model.Value;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads {@code NAME.sql} or {@code NAME.ENTITY.sql}: a header of comment lines, then one SELECT.
 * Strict: an unknown header line, an unknown or unused parameter, a second statement are faults
 * with file and line (SPEC section 3).
 */
final class SqlMetricReader {

  /** What every SELECT may use (RULES 41). */
  static final Set<String> SHARED_PARAMETERS =
      Set.of("from", "to", "first_day", "last_day", "as_of");

  private static final Set<String> HEADERS =
      Set.of("entity", "unit", "clock", "title", "with", "grain", "null", "source");
  private static final List<String> REQUIRED = List.of("entity", "unit", "clock", "title");
  private static final Pattern HEADER = Pattern.compile("([a-z_]+):\\s*(.*)");
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");

  private final String file;
  private final String text;
  private final DataSets dataSets;
  private final Map<String, HeaderLine> header = new TreeMap<>();
  private final StringBuilder description = new StringBuilder();
  private int line;

  private record HeaderLine(String content, int line) {}

  private SqlMetricReader(String file, String text, DataSets dataSets) {
    this.file = file;
    this.text = text;
    this.dataSets = dataSets;
  }

  /**
   * Reads a metric file.
   *
   * @param file as messages name it; its last part gives the metric's name
   * @param dataSets which kinds of entities there are
   * @throws ToolException.Policy at the first fault, with file and line
   */
  static SqlMetric read(String file, String text, DataSets dataSets) {
    return new SqlMetricReader(file, text.replace("\r\n", "\n"), dataSets).read();
  }

  private SqlMetric read() {
    readHeader();
    for (String required : REQUIRED) {
      if (!header.containsKey(required)) {
        throw fault(1, "metrics.file.required", required);
      }
    }
    EntityKind kind = kind();
    SortedMap<String, Value> with = with();
    SqlText select = SqlText.scan(text);
    check(select, with.keySet());
    return new SqlMetric(
        name(kind),
        kind,
        unit(),
        at("clock").content(),
        title(),
        description.toString(),
        with,
        select,
        file,
        text);
  }

  private void readHeader() {
    for (String row : text.split("\n", -1)) {
      line++;
      if (!row.isBlank() && !row.startsWith("--")) {
        return;
      }
      String comment = row.isBlank() ? "" : row.substring(2).strip();
      Matcher matcher = HEADER.matcher(comment);
      if (matcher.matches()) {
        readHeaderLine(matcher.group(1), matcher.group(2).strip());
      } else if (header.isEmpty() && !comment.isEmpty()) {
        description.append(description.isEmpty() ? "" : " ").append(comment);
      }
    }
    throw fault(line, "metrics.file.no-select");
  }

  private void readHeaderLine(String key, String content) {
    if (!HEADERS.contains(key)) {
      throw fault(line, "metrics.file.unknown-header", key, Nearest.orAll(key, HEADERS));
    }
    if (content.isEmpty()) {
      throw fault(line, "metrics.file.empty-header", key);
    }
    if (header.put(key, new HeaderLine(content, line)) != null) {
      throw fault(line, "metrics.file.repeated-header", key);
    }
  }

  private String name(EntityKind kind) {
    String last = file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
    String[] parts = last.split("\\.", -1);
    boolean isNamed =
        NAME.matcher(parts[0]).matches()
            && parts[parts.length - 1].toLowerCase(Locale.ROOT).equals("sql")
            && (parts.length == 2 || (parts.length == 3 && parts[1].equals(kind.word())));
    if (!isNamed) {
      throw fault(1, "metrics.file.name", last, kind.word());
    }
    return parts[0];
  }

  private EntityKind kind() {
    HeaderLine entity = at("entity");
    Set<String> words = new TreeSet<>();
    for (EntityKind kind : dataSets.kinds()) {
      words.add(kind.word());
    }
    return dataSets
        .findKind(entity.content())
        .orElseThrow(() ->
            fault(
                entity.line(),
                "metrics.file.unknown-entity",
                entity.content(),
                Nearest.orAll(entity.content(), words)));
  }

  private Unit unit() {
    HeaderLine unit = at("unit");
    return Unit.find(unit.content())
        .orElseThrow(() -> fault(unit.line(), "metrics.file.unknown-unit", unit.content()));
  }

  private Title title() {
    HeaderLine title = at("title");
    Map<String, String> words =
        FlowMap.parse(title.content())
            .filter(map -> !map.isEmpty() && Set.of("en", "zh").containsAll(map.keySet()))
            .orElseThrow(() -> fault(title.line(), "metrics.file.title"));
    String any = words.values().iterator().next();
    return new Title(words.getOrDefault("en", any), words.getOrDefault("zh", any));
  }

  private SortedMap<String, Value> with() {
    SortedMap<String, Value> defaults = new TreeMap<>();
    HeaderLine with = header.get("with");
    if (with == null) {
      return defaults;
    }
    Map<String, String> entries =
        FlowMap.parse(with.content()).orElseThrow(() -> fault(with.line(), "metrics.file.with"));
    entries.forEach((name, content) -> {
      if (!NAME.matcher(name).matches() || SHARED_PARAMETERS.contains(name)) {
        throw fault(with.line(), "metrics.file.with-name", name);
      }
      defaults.put(name, Scalar.read(content));
    });
    return defaults;
  }

  private void check(SqlText select, Set<String> own) {
    if (select.more()) {
      throw fault(line, "metrics.file.second-statement");
    }
    Set<String> known = new TreeSet<>(own);
    known.addAll(SHARED_PARAMETERS);
    Set<String> unused = new TreeSet<>(own);
    for (SqlText.Parameter parameter : select.parameters()) {
      if (parameter.name().equals("?")) {
        throw fault(parameter.line(), "metrics.file.unnamed-parameter");
      }
      if (!known.contains(parameter.name())) {
        throw fault(
            parameter.line(),
            "metrics.file.unknown-parameter",
            parameter.name(),
            Nearest.orAll(parameter.name(), known));
      }
      unused.remove(parameter.name());
    }
    if (!unused.isEmpty()) {
      throw fault(at("with").line(), "metrics.file.unused-parameter", unused.iterator().next());
    }
  }

  private HeaderLine at(String key) {
    HeaderLine found = header.get(key);
    if (found == null) {
      throw new IllegalStateException("asked for an optional header line: " + key);
    }
    return found;
  }

  private ToolException.Policy fault(int where, String key, Object... arguments) {
    Message what = Message.of(key, arguments);
    return new ToolException.Policy(
        Message.of("metrics.file.fault", new SourceLine(file, where).toString(), what));
  }
}
