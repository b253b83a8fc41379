package dev.partnerops.programme;

import dev.partnerops.model.EntityKind;
import dev.partnerops.model.Message;
import dev.partnerops.model.Sha256;
import dev.partnerops.model.Title;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Policy file to {@link Programme} (SPEC section 4), strictly: whatever the language does not know,
 * or knows but is not built, is a fault with file and line, and all faults of a file are reported
 * together.
 */
public final class ProgrammeReader {

  private final String file;
  private final String text;
  private final Reading reading;
  private final Section section;
  private final Readers readers;

  private ProgrammeReader(String file, String text, Reading reading, Section section) {
    this.file = file;
    this.text = text;
    this.reading = reading;
    this.section = section;
    WindowReader windows = new WindowReader(reading, entries("windows"), this::condition);
    MetricReader metrics =
        new MetricReader(
            reading, windows, section.name("programme").orElse(""), entries("metrics"));
    this.readers =
        new Readers(
            reading,
            windows,
            metrics,
            new ConditionReader(reading, windows, metrics, whenMissing()));
  }

  private Condition condition(YamlNode node, String path) {
    return readers.conditions().read(node, path);
  }

  /**
   * One edition of a programme.
   *
   * @param file as the user named it, for messages
   * @param names the metrics there are
   * @throws dev.partnerops.model.ToolException.Policy with every fault, a line {@code file:line:
   *     what; what to do} each
   */
  public static Programme read(String file, String text, MetricNames names) {
    return read(file, text, names, Map.of(), file);
  }

  /**
   * The same with other values of parameters.
   *
   * @param asked the file that sets them, for messages
   */
  static Programme read(
      String file, String text, MetricNames names, Map<String, YamlNode> params, String asked) {
    return read(file, text, names, raw -> Parameters.set(raw, params, asked));
  }

  /**
   * The same of a file that is read otherwise than it is written.
   *
   * @param changed what is read in place of what the file holds
   */
  static Programme read(
      String file, String text, MetricNames names, UnaryOperator<YamlNode.Mapping> changed) {
    Faults faults = new Faults(file);
    if (!(YamlFile.read(text, faults) instanceof YamlNode.Mapping raw)) {
      faults.add(1, Message.of("programme.file.mapping"));
      throw faults.asException();
    }
    YamlNode.Mapping root = Parameters.replace(changed.apply(raw), faults);
    Reading reading = new Reading(faults, entity(root, names, faults), names);
    Section section = new Section(reading, root, Shape.PROGRAMME, "");
    Programme programme = new ProgrammeReader(file, text, reading, section).programme();
    NameCheck.check(programme, reading);
    StageCheck.check(programme, reading);
    InstrumentCheck.check(programme, reading);
    faults.throwIfAny();
    return programme;
  }

  private static EntityKind entity(YamlNode.Mapping root, MetricNames names, Faults faults) {
    if (!(root.find("entity").orElse(null) instanceof YamlNode.Scalar word)) {
      return EntityKind.MERCHANT;
    }
    Optional<EntityKind> kind =
        names.kinds().stream().filter(each -> each.word().equals(word.text())).findFirst();
    if (kind.isEmpty()) {
      List<String> kinds = names.kinds().stream().map(EntityKind::word).toList();
      faults.add(
          word.line(),
          Message.of("programme.entity.unknown", word.text(), String.join(", ", kinds)));
    }
    return kind.orElse(EntityKind.MERCHANT);
  }

  private Programme programme() {
    readers.windows().readAll();
    Map<String, Metric.Use> metrics = readers.metrics().readAll();
    Map<String, Condition> conditions = new LinkedHashMap<>();
    for (YamlNode.Entry entry : entries("conditions")) {
      String path = "conditions." + entry.key();
      conditions.put(entry.key(), readers.conditions().read(entry.value(), path));
    }
    Instruments top = new InstrumentsReader(readers).read(section, null);
    String segmentBy = segmentBy();
    Title title = section.title("title");
    HeadReader head = new HeadReader(reading, section);
    Programme.Effective effective = head.effective();
    return new Programme(
        section.name("programme").orElse(""),
        title == null ? new Title("", "") : title,
        section.whole("edition", 1).orElse(1),
        effective,
        head.cohort(),
        reading.entity(),
        new Programme.Fields(
            reading.names().key(reading.entity()),
            reading.names().arrival(reading.entity()),
            reading.names().links(reading.entity())),
        head.zone(),
        section.text("currency").orElse("CNY"),
        head.calendar(effective),
        readers.conditions().find(section, "where"),
        whenMissing(),
        metrics,
        Collections.unmodifiableMap(conditions),
        segmentBy,
        top,
        segments(top, segmentBy),
        head.adjust(),
        file,
        text,
        Sha256.of(text));
  }

  private Collection<YamlNode.Entry> entries(String key) {
    Optional<YamlNode> node = section.find(key);
    return node.isEmpty() ? List.of() : reading.entries(node.orElseThrow(), key);
  }

  private Condition.@Nullable WhenMissing whenMissing() {
    return section.has("when_missing")
        ? section.word("when_missing", Condition.WhenMissing.UNMET)
        : null;
  }

  /**
   * A provider is judged in its role, which is its segment where the file names no other (RULES 9).
   */
  private @Nullable String segmentBy() {
    if (section.has("segment_by")) {
      return section.field("segment_by").orElse("");
    }
    if (reading.entity().equals(EntityKind.PROVIDER)) {
      return "role";
    }
    if (section.has("segments")) {
      reading.fault(section.line("segments"), "segments.by");
    }
    return null;
  }

  private Map<String, Instruments> segments(Instruments top, @Nullable String segmentBy) {
    Map<String, Instruments> segments = new LinkedHashMap<>();
    for (YamlNode.Entry entry : entries("segments")) {
      String path = "segments." + entry.key();
      Section segment = new Section(reading, entry.value(), Shape.SEGMENT, path);
      Instruments own = new InstrumentsReader(readers).read(segment, segmentBy);
      segments.put(entry.key(), InstrumentsReader.over(top, own));
    }
    return Collections.unmodifiableMap(segments);
  }
}
