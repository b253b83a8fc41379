package dev.partnerops.programme;

import dev.partnerops.model.Value;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads {@code protect:} of a ladder. */
final class ProtectionReader {

  private final Readers readers;
  private final Reading reading;

  ProtectionReader(Readers readers) {
    this.readers = readers;
    this.reading = readers.reading();
  }

  Ladder.@Nullable Protection find(Section ladder) {
    Optional<YamlNode> node = ladder.find("protect");
    if (node.isEmpty()) {
      return null;
    }
    Section section =
        new Section(reading, node.orElseThrow(), Shape.PROTECT, ladder.path("protect"));
    Length length = length(section);
    return new Ladder.Protection(
        new Setting.Literal(Value.of(length.count()), section.clause("for")),
        length.unit(),
        readers.conditions().find(section, "when"),
        section.word("clock", "runs", "pauses").filter("pauses"::equals).isPresent(),
        readers.conditions().find(section, "until"),
        readers.settings().find(section, "show", SettingReader.Kind.NAME),
        section.clause());
  }

  private Length length(Section section) {
    Length none = new Length(1, Length.Unit.PERIODS);
    Optional<YamlNode> node = section.find("for");
    if (node.isEmpty()) {
      return none;
    }
    Optional<Length> length =
        node.orElseThrow() instanceof YamlNode.Scalar scalar
            ? WindowWords.length(scalar.text())
            : Optional.empty();
    boolean fits =
        length
            .map(Length::unit)
            .filter(unit -> unit == Length.Unit.PERIODS || unit == Length.Unit.DAYS)
            .isPresent();
    if (!fits) {
      reading.wrong(node.orElseThrow(), section.path("for"), "protection");
      return none;
    }
    return length.orElseThrow();
  }
}
