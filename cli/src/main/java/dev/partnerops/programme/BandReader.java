package dev.partnerops.programme;

import dev.partnerops.model.Fraction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code bands:} of a fee or an amount: {@code up_to} rising, none after an open one. */
final class BandReader {

  private final Readers readers;

  BandReader(Readers readers) {
    this.readers = readers;
  }

  List<Grant.Band> read(Section owner) {
    List<Grant.Band> bands = new ArrayList<>();
    Optional<YamlNode> node = owner.find("bands");
    if (node.isEmpty()) {
      return bands;
    }
    for (YamlNode item : readers.reading().items(node.orElseThrow(), owner.path("bands"))) {
      String path = owner.path("bands") + "[" + bands.size() + "]";
      Section section = new Section(readers.reading(), item, Shape.BAND, path);
      Grant.Band band =
          new Grant.Band(
              readers.settings().find(section, "up_to", SettingReader.Kind.NUMBER),
              readers.settings().read(section, "rate", SettingReader.Kind.NUMBER),
              section.clause());
      if (!bands.isEmpty()) {
        refuseGap(bands.getLast(), band, section);
      }
      bands.add(band);
    }
    return bands;
  }

  private void refuseGap(Grant.Band last, Grant.Band band, Section section) {
    String path = section.clause().path();
    if (last.upTo() == null) {
      readers.reading().fault(section.clause().line(), "band.after", path);
      return;
    }
    Optional<Fraction> from = SettingReader.literalNumber(last.upTo());
    Optional<Fraction> to = SettingReader.literalNumber(band.upTo());
    if (from.isPresent() && to.isPresent() && to.orElseThrow().compareTo(from.orElseThrow()) <= 0) {
      readers
          .reading()
          .fault(section.line("up_to"), "band.falls", path, to.orElseThrow(), from.orElseThrow());
    }
  }
}
