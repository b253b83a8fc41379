package dev.partnerops.programme;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads {@code amount:} of a grant: a value, a rate of a metric, or bands of one. */
final class AmountReader {

  private final Readers readers;

  AmountReader(Readers readers) {
    this.readers = readers;
  }

  Grant.@Nullable Amount find(Section grant) {
    Optional<YamlNode> node = grant.find("amount");
    if (node.isEmpty()) {
      return null;
    }
    String path = grant.path("amount");
    if (node.orElseThrow() instanceof YamlNode.Mapping mapping) {
      if (mapping.find("bands").isPresent()) {
        return banded(new Section(readers.reading(), mapping, Shape.AMOUNT_BANDS, path));
      }
      if (mapping.find("rate").isPresent() || mapping.find("of").isPresent()) {
        return share(new Section(readers.reading(), mapping, Shape.AMOUNT_SHARE, path));
      }
    }
    return new Grant.Amount.Fixed(
        readers.settings().read(grant, "amount", SettingReader.Kind.NUMBER));
  }

  private Grant.Amount share(Section section) {
    return new Grant.Amount.Share(
        readers.settings().read(section, "rate", SettingReader.Kind.NUMBER),
        readers.metrics().use(section, "of"),
        readers.settings().find(section, "at_least", SettingReader.Kind.NUMBER),
        readers.settings().find(section, "at_most", SettingReader.Kind.NUMBER));
  }

  private Grant.Amount banded(Section section) {
    return new Grant.Amount.Banded(
        new BandReader(readers).read(section),
        readers.metrics().use(section, "of"),
        section.flag("cumulative").orElse(false),
        readers.settings().find(section, "at_least", SettingReader.Kind.NUMBER),
        readers.settings().find(section, "at_most", SettingReader.Kind.NUMBER));
  }
}
