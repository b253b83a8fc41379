package dev.partnerops.programme;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads {@code ranking:}. */
final class RankingReader {

  private final Readers readers;
  private final Reading reading;

  RankingReader(Readers readers) {
    this.readers = readers;
    this.reading = readers.reading();
  }

  Ranking read(YamlNode node, String path) {
    Section section = new Section(reading, node, Shape.RANKING, path);
    List<Ranking.Key> then = new ArrayList<>();
    for (YamlNode key : items(section, "then")) {
      then.add(key(key, section.path("then") + "[" + then.size() + "]"));
    }
    List<Ranking.Quota> quotas = new ArrayList<>();
    Set<String> badges = new HashSet<>();
    for (YamlNode quota : items(section, "quotas")) {
      quotas.add(quota(quota, section.path("quotas") + "[" + quotas.size() + "]", badges));
    }
    Optional<YamlNode> by = section.find("by");
    return new Ranking(
        by.isEmpty()
            ? new Ranking.Key(readers.metrics().use(section, "by"), false)
            : key(by.orElseThrow(), section.path("by")),
        then,
        readers.conditions().find(section, "eligible"),
        partition(section),
        quotas,
        section.word("ties", Ranking.Ties.STRICT),
        section.clause());
  }

  private List<YamlNode> items(Section section, String key) {
    Optional<YamlNode> node = section.find(key);
    return node.isEmpty() ? List.of() : reading.items(node.orElseThrow(), section.path(key));
  }

  private Ranking.Key key(YamlNode node, String path) {
    Section section = new Section(reading, node, Shape.RANKING_KEY, path);
    Metric.Use metric = readers.metrics().use(section);
    boolean lowest =
        section.word("order", "highest", "lowest").filter("lowest"::equals).isPresent();
    return new Ranking.Key(metric, lowest);
  }

  private static @Nullable String partition(Section section) {
    return section.has("partition_by") ? section.field("partition_by").orElse("") : null;
  }

  private Ranking.Quota quota(YamlNode node, String path, Set<String> badges) {
    Section section = new Section(reading, node, Shape.QUOTA, path);
    String badge = section.name("badge").orElse("");
    if (!badge.isEmpty() && !badges.add(badge)) {
      reading.fault(section.line("badge"), "name.twice", badge, path);
    }
    if (section.has("top") == section.has("next")) {
      reading.fault(section.clause().line(), "quota.places", path);
    }
    boolean next = section.has("next") && !section.has("top");
    boolean share =
        section.find("top").orElse(null) instanceof YamlNode.Scalar top && top.isPercent();
    for (String key : List.of("of", "round", "at_least")) {
      if (section.has(key) && !share) {
        reading.fault(section.line(key), "quota.share", path, key);
      }
    }
    SettingReader.Kind places = share ? SettingReader.Kind.NUMBER : SettingReader.Kind.COUNT;
    return new Ranking.Quota(
        badge,
        next,
        readers.settings().read(section, next ? "next" : "top", places),
        share,
        section.word("of", "eligible", "all").filter("all"::equals).isPresent(),
        section.word("round", "down", "up").filter("up"::equals).isPresent(),
        readers.settings().find(section, "at_least", SettingReader.Kind.COUNT),
        readers.conditions().find(section, "require"),
        section.title("title"),
        section.clause());
  }
}
