package dev.partnerops.programme;

import dev.partnerops.model.Fraction;
import dev.partnerops.model.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads {@code ladder:}. */
final class LadderReader {

  private final Readers readers;
  private final Reading reading;

  LadderReader(Readers readers) {
    this.readers = readers;
    this.reading = readers.reading();
  }

  Ladder read(YamlNode node, String path) {
    Section section = new Section(reading, node, Shape.LADDER, path);
    return new Ladder(
        tiers(section),
        readers.conditions().find(section, "require"),
        move(section, "up"),
        move(section, "down"),
        section.word("not_rated", Ladder.NotRated.PAUSE),
        new ProtectionReader(readers).find(section),
        readers.conditions().find(section, "admit"),
        readers.conditions().find(section, "exit"),
        readers.settings().find(section, "readmit_after", SettingReader.Kind.DAYS),
        section.clause());
  }

  private List<Ladder.Tier> tiers(Section section) {
    List<Ladder.Tier> tiers = new ArrayList<>();
    Set<String> names = new HashSet<>();
    Optional<YamlNode> node = section.find("tiers");
    if (node.isPresent()) {
      int index = 0;
      for (YamlNode item : reading.items(node.orElseThrow(), section.path("tiers"))) {
        String path = section.path("tiers") + "[" + index++ + "]";
        tiers.add(tier(new Section(reading, item, Shape.LADDER_TIER, path), names));
      }
    }
    return tiers;
  }

  private Ladder.Tier tier(Section section, Set<String> names) {
    String name = section.name("tier").orElse("");
    if (!name.isEmpty() && !names.add(name)) {
      reading.fault(section.line("tier"), "name.twice", name, section.clause().path());
    }
    Setting enter = readers.settings().find(section, "enter", SettingReader.Kind.NUMBER);
    Setting keep = readers.settings().find(section, "keep", SettingReader.Kind.NUMBER);
    refuseKeepAboveEnter(section, enter, keep);
    return new Ladder.Tier(
        name,
        enter,
        keep == null ? enter : keep,
        readers.conditions().find(section, "require"),
        section.title("title"),
        section.clause());
  }

  private void refuseKeepAboveEnter(
      Section section, @Nullable Setting enter, @Nullable Setting keep) {
    if (keep != null && enter == null) {
      reading.fault(section.line("keep"), "tier.keep.alone", section.clause().path());
      return;
    }
    Optional<Fraction> most = SettingReader.literalNumber(enter);
    Optional<Fraction> kept = SettingReader.literalNumber(keep);
    if (most.isPresent()
        && kept.isPresent()
        && kept.orElseThrow().compareTo(most.orElseThrow()) > 0) {
      reading.fault(
          section.line("keep"),
          "tier.keep.above",
          section.clause().path(),
          kept.orElseThrow(),
          most.orElseThrow());
    }
  }

  /** {@code {after: 1, step: any}} where the file is silent. */
  private Ladder.Move move(Section ladder, String key) {
    Optional<YamlNode> node = ladder.find(key);
    Clause absent = ladder.clause(key);
    if (node.isEmpty()) {
      return new Ladder.Move(one(absent), false, false, absent);
    }
    Section section = new Section(reading, node.orElseThrow(), Shape.MOVE, ladder.path(key));
    boolean never =
        key.equals("down")
            && section.find("after").orElse(null) instanceof YamlNode.Scalar after
            && after.text().equals("never");
    Setting after =
        never || !section.has("after")
            ? one(section.clause())
            : readers.settings().read(section, "after", SettingReader.Kind.COUNT);
    boolean oneStep = section.word("step", "1", "any").filter("1"::equals).isPresent();
    return new Ladder.Move(after, never, oneStep, section.clause());
  }

  private static Setting one(Clause clause) {
    return new Setting.Literal(Value.of(1), clause);
  }
}
