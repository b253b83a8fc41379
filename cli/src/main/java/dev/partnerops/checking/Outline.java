package dev.partnerops.checking;

import dev.partnerops.model.Fraction;
import dev.partnerops.model.Period;
import dev.partnerops.programme.Calendar;
import dev.partnerops.programme.Grant;
import dev.partnerops.programme.Instruments;
import dev.partnerops.programme.KeyLines;
import dev.partnerops.programme.Programme;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A whole programme as parts, in the order of its file. */
final class Outline {

  private final PartMaker make;
  private final Programme programme;
  private final KeyLines lines;

  private Outline(PartMaker make) {
    this.make = make;
    this.programme = make.words().programme();
    this.lines = new KeyLines(programme);
  }

  static Part of(PartMaker make) {
    return new Outline(make).root();
  }

  private Part root() {
    Place root = new Place("", 1, "");
    List<Part> parts = new ArrayList<>();
    head(parts, root);
    ConditionOutline conditions = new ConditionOutline(make);
    conditions.add(parts, root, "where", programme.where(), Effect.FEWER);
    programme
        .metrics()
        .forEach((name, use) -> {
          int line = use.clause().line();
          Place place =
              root.at("metrics[" + name + "]", line, make.say("checking.part.named-metric", name));
          List<Part> inner = new ArrayList<>();
          make.metric(inner, place, "metric", use);
          make.title(inner, place, use.title());
          parts.add(make.group(place, make.words().metrics().full(use.metric()), inner));
        });
    programme
        .conditions()
        .forEach((name, condition) ->
            parts.add(
                conditions.slot(
                    root.at(
                        "conditions[" + name + "]",
                        condition.clause().line(),
                        make.say("checking.part.named-condition", name)),
                    condition,
                    Effect.FEWER)));
    for (Map.Entry<String, Instruments> segment : programme.segments().entrySet()) {
      segment(parts, segment.getKey(), segment.getValue());
    }
    Instruments top = programme.instruments();
    instruments(parts, root, top, top.limits());
    return make.group(root, "", parts);
  }

  private void head(List<Part> parts, Place root) {
    plain(parts, root, "programme", programme.id());
    make.words(
        parts,
        root.at("title", lines.of("title"), make.say("checking.part.title-of-all")),
        programme.title());
    plain(parts, root, "edition", Integer.toString(programme.edition()));
    Programme.Effective effective = programme.effective();
    day(parts, root, "effective.from", effective.from());
    day(parts, root, "effective.to", effective.to());
    plain(parts, root, "effective.by", effective.byEvaluation() ? "evaluation" : "period");
    Programme.Cohort cohort = programme.cohort();
    if (cohort != null) {
      List<Part> inner = new ArrayList<>();
      plain(inner, root, "cohort.field", cohort.field());
      day(inner, root, "cohort.from", cohort.from());
      day(inner, root, "cohort.to", cohort.to());
      Place place = root.at("cohort", lines.of("cohort"), make.say("checking.part.cohort"));
      parts.add(make.group(place, make.words().fields().name(cohort.field()), inner));
    }
    plain(parts, root, "entity", programme.entity().word());
    plain(parts, root, "zone", programme.zone().getId());
    plain(parts, root, "currency", programme.currency());
    parts.add(every(root));
    plain(parts, root, "evaluate.on_day", Integer.toString(programme.calendar().onDay()));
    if (programme.whenMissing() != null) {
      String word = programme.whenMissing().name().toLowerCase(Locale.ROOT);
      parts.add(
          make.leaf(
              root.at(
                  "when_missing",
                  lines.of("when_missing"),
                  make.say("checking.part.when-missing-of-all")),
              make.say("checking.part.missing." + word),
              word));
    }
    if (programme.segmentBy() != null) {
      plain(parts, root, "segment_by", programme.segmentBy());
    }
    plain(parts, root, "adjust", Integer.toString(programme.adjustPeriods()));
  }

  /** The days of {@code once} are those of {@code effective}, which are parts by themselves. */
  private Part every(Place root) {
    List<Part> inner = new ArrayList<>();
    Calendar.Every every = programme.calendar().every();
    if (every instanceof Calendar.Every.Days days) {
      day(inner, root, "evaluate.starting", days.starting());
    }
    String exact =
        switch (every) {
          case Calendar.Every.Each(Period.Unit unit) -> unit.name();
          case Calendar.Every.Days(int count, LocalDate starting) -> count + " days";
          case Calendar.Every.Once once -> "once";
        };
    return make.part(
        root.at(
            "evaluate.every", lines.of("evaluate", "every"), make.subject("evaluate.every", root)),
        make.words().spans().every(every),
        exact,
        null,
        Effect.NONE,
        Effect.NONE,
        inner);
  }

  private void plain(List<Part> parts, Place root, String key, String value) {
    parts.add(
        make.leaf(
            root.at(key, lines.of(key.split("\\.", -1)), make.say("checking.part." + key)),
            value,
            value));
  }

  private void day(List<Part> parts, Place root, String key, @Nullable LocalDate day) {
    if (day != null) {
      parts.add(
          make.part(
              root.at(key, lines.of(key.split("\\.", -1)), make.say("checking.part." + key)),
              day.toString(),
              day.toString(),
              Fraction.of(day.toEpochDay()),
              Effect.NONE,
              Effect.NONE,
              List.of()));
    }
  }

  /** What a segment has of its own; what it shares is a part of the top. */
  private void segment(List<Part> parts, String value, Instruments own) {
    Instruments top = programme.instruments();
    String field = programme.segmentBy();
    String name = field == null ? value : make.words().fields().value(field, value);
    Place place = new Place("segments[" + value + "]", lines.of("segments", value), name, true);
    List<Part> inner = new ArrayList<>();
    instruments(inner, place, SegmentParts.of(own, top), own.limits());
    if (!inner.isEmpty()) {
      parts.add(make.group(place, "", inner).partOf(make.say("checking.part.segment-named", name)));
    }
  }

  /**
   * @param limits those that hold for the instruments, though they be the top's
   */
  private void instruments(
      List<Part> parts, Place owner, Instruments instruments, List<Grant.Limit> limits) {
    new ConditionOutline(make).add(parts, owner, "minimum", instruments.minimum(), Effect.FEWER);
    if (instruments.scorecard() != null) {
      parts.add(new CardOutline(make).card(owner, instruments.scorecard()));
    }
    if (instruments.ladder() != null) {
      parts.add(new LadderOutline(make).ladder(owner, instruments.ladder()));
    }
    if (instruments.ranking() != null) {
      parts.add(new RankingOutline(make).ranking(owner, instruments.ranking()));
    }
    PayOutline pay = new PayOutline(make, owner.isSegment());
    if (!owner.isSegment() || !instruments.grants().isEmpty()) {
      parts.add(pay.grants(owner, instruments.grants(), !limits.isEmpty()));
    }
    if (instruments.fee() != null) {
      parts.add(pay.fee(owner, instruments.fee()));
    }
    pay.limits(parts, owner, instruments.limits());
  }
}
