package dev.partnerops.programme;

import dev.partnerops.model.Fraction;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads the comparisons of a leaf, a step or a floor, in the order of {@link Condition.Operator}.
 */
final class ComparisonReader {

  private final Reading reading;
  private final SettingReader settings;

  ComparisonReader(Reading reading, SettingReader settings) {
    this.reading = reading;
    this.settings = settings;
  }

  SettingReader settings() {
    return settings;
  }

  /** All comparisons of a section; none at all is a fault. */
  List<Condition.Comparison> required(Section section) {
    List<Condition.Comparison> found = new ArrayList<>();
    for (Condition.Operator operator : Condition.Operator.values()) {
      String key = operator.name().toLowerCase(Locale.ROOT);
      Optional<YamlNode> node = section.find(key);
      if (node.isPresent()) {
        List<Setting> read = settings(operator, node.orElseThrow(), section.path(key));
        found.add(new Condition.Comparison(operator, read, section.clause(key)));
      }
    }
    if (found.isEmpty() && !section.hasUnknownKey()) {
      reading.fault(
          section.clause().line(),
          "comparison.none",
          section.clause().path(),
          String.join(", ", Shape.COMPARISONS.keys()));
    }
    refuseEmptyRange(found, section);
    return found;
  }

  private List<Setting> settings(Condition.Operator operator, YamlNode node, String path) {
    return switch (operator) {
      case AT_LEAST, MORE_THAN, AT_MOST, LESS_THAN ->
          List.of(settings.read(node, path, SettingReader.Kind.NUMBER));
      case IS, IS_NOT -> List.of(settings.read(node, path, SettingReader.Kind.ANY));
      case FROM, TO -> List.of(settings.read(node, path, SettingReader.Kind.DAY));
      case MISSING -> List.of(settings.read(node, path, SettingReader.Kind.FLAG));
      case IN, NOT_IN -> several(node, path, SettingReader.Kind.ANY);
      case BETWEEN -> between(node, path);
    };
  }

  private List<Setting> several(YamlNode node, String path, SettingReader.Kind kind) {
    List<Setting> found = new ArrayList<>();
    int index = 0;
    for (YamlNode item : reading.items(node, path)) {
      found.add(settings.read(item, path + "[" + index++ + "]", kind));
    }
    return found;
  }

  private List<Setting> between(YamlNode node, String path) {
    List<Setting> found = several(node, path, SettingReader.Kind.NUMBER);
    if (!found.isEmpty() && found.size() != 2) {
      reading.fault(node.line(), "between.two", path, found.size());
    }
    if (found.size() == 2) {
      refuseBackwards(node.line(), path, found.get(0), found.get(1));
    }
    return found;
  }

  private void refuseEmptyRange(List<Condition.Comparison> found, Section section) {
    Optional<LocalDate> from = literalDay(found, Condition.Operator.FROM);
    Optional<LocalDate> to = literalDay(found, Condition.Operator.TO);
    if (from.isPresent() && to.isPresent() && to.orElseThrow().isBefore(from.orElseThrow())) {
      reading.fault(
          section.line("to"),
          "days.backwards",
          section.clause().path(),
          to.orElseThrow(),
          from.orElseThrow());
    }
  }

  private static Optional<LocalDate> literalDay(
      List<Condition.Comparison> found, Condition.Operator operator) {
    return found.stream()
        .filter(comparison -> comparison.operator() == operator)
        .map(comparison -> comparison.settings().getFirst())
        .filter(Setting.Literal.class::isInstance)
        .flatMap(setting -> ((Setting.Literal) setting).value().findDay().stream())
        .findFirst();
  }

  private void refuseBackwards(int line, String path, Setting low, Setting high) {
    Optional<Fraction> from = SettingReader.literalNumber(low);
    Optional<Fraction> to = SettingReader.literalNumber(high);
    if (from.isPresent() && to.isPresent() && to.orElseThrow().compareTo(from.orElseThrow()) < 0) {
      reading.fault(line, "between.backwards", path, to.orElseThrow(), from.orElseThrow());
    }
  }
}
