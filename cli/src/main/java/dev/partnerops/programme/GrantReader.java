package dev.partnerops.programme;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads {@code grants:}. */
final class GrantReader {

  /**
   * What {@code once_per} may list besides fields; a time alone says of whom nothing (RULES 45).
   */
  private static final Set<String> WORDS =
      Set.of("entity", "beneficiary", "licence", "period", "month", "year");

  private static final Set<String> SPANS = Set.of("period", "month", "year");

  private static final Set<String> PAID = Set.of("credit", "cash");

  private final Readers readers;
  private final Reading reading;
  private final Set<String> benefits = new HashSet<>();

  GrantReader(Readers readers) {
    this.readers = readers;
    this.reading = readers.reading();
  }

  List<Grant> read(YamlNode node, String path) {
    List<Grant> grants = new ArrayList<>();
    for (YamlNode item : reading.items(node, path)) {
      grants.add(grant(new Section(reading, item, Shape.GRANT, path + "[" + grants.size() + "]")));
    }
    return grants;
  }

  private Grant grant(Section section) {
    String path = section.clause().path();
    String benefit = section.name("benefit").orElse("");
    if (!benefit.isEmpty() && !benefits.add(benefit)) {
      reading.fault(section.line("benefit"), "name.twice", benefit, path);
    }
    Grant.Kind kind = section.word("kind", Grant.Kind.CREDIT);
    Grant.Amount amount = new AmountReader(readers).find(section);
    boolean paid = PAID.contains(section.text("kind").orElse(""));
    if (amount == null && paid) {
      reading.fault(section.clause().line(), "grant.amount", path);
    }
    AfterwardsReader afterwards = new AfterwardsReader(readers);
    Optional<YamlNode> assign = section.find("assign");
    if (assign.isPresent() && kind != Grant.Kind.SERVICE) {
      reading.fault(section.line("assign"), "grant.assign", path);
    }
    return new Grant(
        benefit,
        kind,
        readers.conditions().find(section, "eligible"),
        payTo(section),
        oncePer(section),
        amount,
        new LimitReader(readers).read(section),
        assign.isEmpty() ? List.of() : names(assign.orElseThrow(), section.path("assign")),
        afterwards.expires(section),
        afterwards.clawBack(section, kind == Grant.Kind.SERVICE && amount == null),
        section.title("title"),
        section.clause());
  }

  private static @Nullable String payTo(Section section) {
    return section.has("pay_to") ? section.field("pay_to").orElse("") : null;
  }

  private List<String> names(YamlNode node, String path) {
    List<String> names = new ArrayList<>();
    for (YamlNode item : reading.items(node, path)) {
      reading.text(item, path + "[" + names.size() + "]").ifPresent(names::add);
    }
    return names;
  }

  private List<String> oncePer(Section section) {
    Optional<YamlNode> node = section.find("once_per");
    if (node.isEmpty()) {
      return List.of("entity", "period");
    }
    List<String> listed = reading.namesIn(node.orElseThrow(), section.path("once_per"));
    for (String word : listed) {
      reading.fieldOr(section.line("once_per"), word, WORDS);
    }
    if (!listed.isEmpty() && SPANS.containsAll(listed)) {
      reading.fault(section.line("once_per"), "grant.once_per", section.clause().path());
    }
    return listed;
  }

  /** Whether {@code once_per} means the word itself and no field of that name. */
  static boolean isWord(String word) {
    return WORDS.contains(word);
  }
}
