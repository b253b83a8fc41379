package dev.partnerops.programme;

import dev.partnerops.model.Nearest;
import dev.partnerops.model.Value;
import dev.partnerops.programme.PolicyTest.Expected;
import dev.partnerops.programme.PolicyTest.Expected.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads {@code expect:}: columns of the commands, points, metrics, conditions, money. */
final class ExpectReader {

  private static final int MOST_TOLD = 20;

  private final Reading reading;

  ExpectReader(Reading reading) {
    this.reading = reading;
  }

  /**
   * All that must come out, in the order of the file.
   *
   * @param named whether it goes by entities
   * @param ids those there are; empty: they come from rows
   */
  List<Expected> read(Section step, boolean named, Set<String> ids) {
    List<Expected> expected = new ArrayList<>();
    Optional<YamlNode> node = step.find("expect");
    if (node.isEmpty()) {
      return expected;
    }
    String path = step.path("expect");
    if (!named) {
      readEntity("", node.get(), path, expected);
    } else if (node.get() instanceof YamlNode.Mapping mapping) {
      for (YamlNode.Entry entry : mapping.entries()) {
        if (entry.key().equals("totals")) {
          byName("", Part.TOTALS, entry.value(), path + ".totals", expected);
        } else {
          readNamed(entry, path, ids, expected);
        }
      }
    } else {
      reading.wrong(node.get(), path, "mapping");
    }
    if (expected.isEmpty()
        && node.get() instanceof YamlNode.Mapping mapping
        && mapping.entries().isEmpty()) {
      reading.fault(node.get().line(), "test.expect.nothing", path);
    }
    return expected;
  }

  private void readNamed(
      YamlNode.Entry entry, String path, Set<String> ids, List<Expected> expected) {
    if (!ids.isEmpty() && !ids.contains(entry.key())) {
      reading.fault(
          entry.line(),
          "test.entity.unknown",
          entry.key(),
          path,
          Nearest.orAll(entry.key(), ids.stream().limit(MOST_TOLD).toList()));
      return;
    }
    if (entry.value() instanceof YamlNode.Scalar scalar && scalar.isNull()) {
      expected.add(new Expected(Part.ROW, entry.key(), "", "", Value.missing(), 0, entry.line()));
      return;
    }
    readEntity(entry.key(), entry.value(), path + "." + entry.key(), expected);
  }

  private void readEntity(String entity, YamlNode node, String path, List<Expected> expected) {
    new Section(reading, node, TestShape.EXPECT.words(), path);
    if (!(node instanceof YamlNode.Mapping mapping)) {
      return;
    }
    for (YamlNode.Entry entry : mapping.entries()) {
      String at = path + "." + entry.key();
      switch (entry.key()) {
        case "points" -> each(entity, Part.POINTS, entry.value(), at, expected);
        case "metrics" -> each(entity, Part.METRICS, entry.value(), at, expected);
        case "met" -> each(entity, Part.MET, entry.value(), at, expected);
        case "grants" -> byName(entity, Part.GRANTS, entry.value(), at, expected);
        case "totals" -> byName("", Part.TOTALS, entry.value(), at, expected);
        case "fee" -> row(entity, Part.FEE, "", entry, at, expected);
        default -> {
          if (TestShape.EXPECT.words().keys().contains(entry.key())) {
            add(entity, Part.COLUMN, entry.key(), "", entry, at, expected);
          }
        }
      }
    }
  }

  private void each(String entity, Part part, YamlNode node, String path, List<Expected> expected) {
    if (!(node instanceof YamlNode.Mapping mapping)) {
      reading.wrong(node, path, "mapping");
      return;
    }
    for (YamlNode.Entry entry : mapping.entries()) {
      String at = path + "." + entry.key();
      if (part == Part.MET
          && entry.value() instanceof YamlNode.Scalar scalar
          && scalar.findFlag().isEmpty()) {
        reading.wrong(scalar, at, "flag");
      } else {
        add(entity, part, entry.key(), "", entry, at, expected);
      }
    }
  }

  private void byName(
      String entity, Part part, YamlNode node, String path, List<Expected> expected) {
    if (!(node instanceof YamlNode.Mapping mapping)) {
      reading.wrong(node, path, "mapping");
      return;
    }
    for (YamlNode.Entry entry : mapping.entries()) {
      row(entity, part, entry.key(), entry, path + "." + entry.key(), expected);
    }
  }

  /** Cells of a grant, a fee or a total; {@code null} for no row. */
  private void row(
      String entity,
      Part part,
      String name,
      YamlNode.Entry row,
      String path,
      List<Expected> expected) {
    boolean isNull = row.value() instanceof YamlNode.Scalar scalar && scalar.isNull();
    if (isNull && part != Part.TOTALS) {
      expected.add(new Expected(part, entity, name, "", Value.missing(), 0, row.line()));
      return;
    }
    if (!(row.value() instanceof YamlNode.Mapping mapping)) {
      reading.wrong(row.value(), path, "mapping");
      return;
    }
    Set<String> known =
        part == Part.FEE ? TestShape.FEE.words().keys() : TestShape.GRANT.words().keys();
    if (part != Part.TOTALS) {
      new Section(
          reading,
          mapping,
          part == Part.FEE ? TestShape.FEE.words() : TestShape.GRANT.words(),
          path);
    }
    for (YamlNode.Entry cell : mapping.entries()) {
      if (part == Part.TOTALS || known.contains(cell.key())) {
        add(entity, part, name, cell.key(), cell, path + "." + cell.key(), expected);
      }
    }
  }

  private void add(
      String entity,
      Part part,
      String name,
      String column,
      YamlNode.Entry entry,
      String path,
      List<Expected> expected) {
    if (entry.value() instanceof YamlNode.Scalar scalar) {
      expected.add(
          new Expected(
              part,
              entity,
              name,
              column,
              FactsReader.value(scalar),
              decimals(scalar),
              entry.line()));
    } else {
      reading.wrong(entry.value(), path, "value");
    }
  }

  private static int decimals(YamlNode.Scalar scalar) {
    if (scalar.isPercent() || scalar.text().contains("/")) {
      return Integer.MAX_VALUE;
    }
    int point = scalar.text().indexOf('.');
    return point < 0 ? 0 : scalar.text().length() - point - 1;
  }
}
