package dev.partnerops.programme;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the instruments at the top of a file or of one segment, and the fee, the smallest of them.
 */
final class InstrumentsReader {

  private final Readers readers;

  InstrumentsReader(Readers readers) {
    this.readers = readers;
  }

  /**
   * @param segmentBy the field whose value makes a segment; absent at the top
   */
  Instruments read(Section section, @Nullable String segmentBy) {
    Optional<YamlNode> scorecard = section.find("scorecard");
    Optional<YamlNode> ladder = section.find("ladder");
    Optional<YamlNode> ranking = section.find("ranking");
    Optional<YamlNode> grants = section.find("grants");
    Optional<YamlNode> fee = section.find("fee");
    return new Instruments(
        readers.conditions().find(section, "minimum"),
        scorecard.isEmpty()
            ? null
            : new ScorecardReader(readers).read(scorecard.orElseThrow(), section.path("scorecard")),
        ladder.isEmpty()
            ? null
            : new LadderReader(readers).read(ladder.orElseThrow(), section.path("ladder")),
        ranking.isEmpty()
            ? null
            : new RankingReader(readers).read(ranking.orElseThrow(), section.path("ranking")),
        grants.isEmpty()
            ? List.of()
            : new GrantReader(readers).read(grants.orElseThrow(), section.path("grants")),
        limits(section, segmentBy),
        fee.isEmpty() ? null : fee(fee.orElseThrow(), section.path("fee")));
  }

  /** The programme's budget, in a segment, is the budget of whoever has its value. */
  private List<Grant.Limit> limits(Section section, @Nullable String segmentBy) {
    List<Grant.Limit> limits = new LimitReader(readers).read(section);
    return segmentBy == null
        ? limits
        : limits.stream()
            .map(limit -> limit.per().equals("programme") ? limit.per(segmentBy) : limit)
            .toList();
  }

  private Fee fee(YamlNode node, String path) {
    Section section = new Section(readers.reading(), node, Shape.FEE, path);
    return new Fee(
        readers.metrics().use(section, "base"),
        new BandReader(readers).read(section),
        readers.conditions().find(section, "eligible"),
        readers.settings().find(section, "standard", SettingReader.Kind.NUMBER),
        section.clause());
  }

  /** A segment's instruments over the top's: each replaces that of the same name (RULES 20). */
  static Instruments over(Instruments top, Instruments own) {
    return new Instruments(
        own.minimum() == null ? top.minimum() : own.minimum(),
        own.scorecard() == null ? top.scorecard() : own.scorecard(),
        own.ladder() == null ? top.ladder() : own.ladder(),
        own.ranking() == null ? top.ranking() : own.ranking(),
        own.grants().isEmpty() ? top.grants() : own.grants(),
        own.limits().isEmpty() ? top.limits() : own.limits(),
        own.fee() == null ? top.fee() : own.fee());
  }
}
