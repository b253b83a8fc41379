package dev.partnerops.programme;

import dev.partnerops.model.Fraction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads {@code curve:}, pairs of a value and the percent of the weight it earns, the values rising.
 */
final class CurveReader {

  private final Readers readers;

  CurveReader(Readers readers) {
    this.readers = readers;
  }

  List<Scorecard.CurvePoint> read(Section section) {
    Optional<YamlNode> node = section.find("curve");
    List<Scorecard.CurvePoint> points = new ArrayList<>();
    if (node.isEmpty()) {
      return points;
    }
    int index = 0;
    for (YamlNode item : readers.reading().items(node.orElseThrow(), section.path("curve"))) {
      String path = section.path("curve") + "[" + index++ + "]";
      if (item instanceof YamlNode.Sequence(List<YamlNode> pair, int line) && pair.size() == 2) {
        points.add(
            new Scorecard.CurvePoint(
                readers.settings().read(pair.get(0), path + "[0]", SettingReader.Kind.NUMBER),
                readers.settings().read(pair.get(1), path + "[1]", SettingReader.Kind.PERCENT)));
        refuseFall(points, path, line);
      } else {
        readers.reading().wrong(item, path, "pair");
      }
    }
    return points;
  }

  private void refuseFall(List<Scorecard.CurvePoint> points, String path, int line) {
    if (points.size() < 2) {
      return;
    }
    Optional<Fraction> last = SettingReader.literalNumber(points.get(points.size() - 2).value());
    Optional<Fraction> next = SettingReader.literalNumber(points.getLast().value());
    if (last.isPresent()
        && next.isPresent()
        && next.orElseThrow().compareTo(last.orElseThrow()) <= 0) {
      readers.reading().fault(line, "curve.falls", path, next.orElseThrow(), last.orElseThrow());
    }
  }
}
