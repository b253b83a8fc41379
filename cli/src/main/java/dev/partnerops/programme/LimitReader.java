package dev.partnerops.programme;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads {@code limits:} of a grant or of the whole programme. */
final class LimitReader {

  private static final Set<String> WHOM = Set.of("programme", "entity", "beneficiary", "licence");

  private final Readers readers;
  private final Reading reading;

  LimitReader(Readers readers) {
    this.readers = readers;
    this.reading = readers.reading();
  }

  List<Grant.Limit> read(Section owner) {
    List<Grant.Limit> limits = new ArrayList<>();
    Optional<YamlNode> node = owner.find("limits");
    if (node.isPresent()) {
      for (YamlNode item : reading.items(node.orElseThrow(), owner.path("limits"))) {
        String path = owner.path("limits") + "[" + limits.size() + "]";
        limits.add(limit(new Section(reading, item, Shape.LIMIT, path)));
      }
    }
    return limits;
  }

  private Grant.Limit limit(Section section) {
    String per = section.name("per").orElse("");
    if (!per.isEmpty()) {
      reading.fieldOr(section.line("per"), per, WHOM);
    }
    Setting atMost = readers.settings().read(section, "at_most", SettingReader.Kind.NUMBER);
    if (per.equals("programme")
        && (atMost instanceof Setting.Table || atMost instanceof Setting.Choice)) {
      reading.fault(section.line("at_most"), "limit.budget", section.clause().path());
    }
    Grant.Limit.WhenShort whenShort = section.word("when_short", Grant.Limit.WhenShort.BY_ARRIVAL);
    if (section.has("arrival") && whenShort != Grant.Limit.WhenShort.BY_ARRIVAL) {
      reading.fault(section.line("arrival"), "limit.arrival", section.clause().path());
    }
    return new Grant.Limit(
        per,
        section.word("each", Grant.Limit.Each.LIFETIME),
        atMost,
        whenShort,
        section.has("arrival") ? section.field("arrival").orElse("") : null,
        section.clause());
  }

  /** Whether {@code per} means the word itself and no field of that name. */
  static boolean isWord(String per) {
    return WHOM.contains(per);
  }
}
