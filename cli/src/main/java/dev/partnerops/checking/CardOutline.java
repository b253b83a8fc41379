package dev.partnerops.checking;

import dev.partnerops.model.Fraction;
import dev.partnerops.model.Unit;
import dev.partnerops.programme.Scorecard;
import dev.partnerops.programme.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A scorecard as parts. The order of KPIs and entries says nothing. */
final class CardOutline {

  private final PartMaker make;
  private final ConditionOutline conditions;
  private final ScorecardPage said;

  CardOutline(PartMaker make) {
    this.make = make;
    this.conditions = new ConditionOutline(make);
    this.said = new ScorecardPage(new Page(make.messages()), make.words());
  }

  Part card(Place owner, Scorecard card) {
    Place place = owner.at("scorecard", card.clause().line(), make.subject("scorecard", owner));
    List<Part> parts = new ArrayList<>();
    number(parts, place, "start", card.start());
    if (card.rangeFrom() != null && card.rangeTo() != null) {
      number(parts, place, "range.from", card.rangeFrom());
      number(parts, place, "range.to", card.rangeTo());
    }
    for (Scorecard.Kpi kpi : card.kpis()) {
      String key = "kpis[" + kpi.name() + "]";
      String subject = make.in(owner, make.say("checking.part.kpi", name(kpi)));
      parts.add(kpi(place.at(key, kpi.clause().line(), subject), kpi));
    }
    if (!card.tracks().isEmpty()) {
      parts.add(tracks(place, owner, card.tracks()));
    }
    card.entries().forEach(entry -> parts.add(entry(place, owner, entry)));
    String names =
        make.words()
            .commas(
                Stream.concat(
                        card.allKpis().stream().map(this::name),
                        card.entries().stream()
                            .map(entry -> make.words().titled(entry.title(), entry.name())))
                    .toList());
    return make.group(place, names, parts);
  }

  private String name(Scorecard.Kpi kpi) {
    return kpi.title() == null
        ? make.words().metrics().name(kpi.metric())
        : make.words().titled(kpi.title(), kpi.name());
  }

  private void number(List<Part> parts, Place card, String key, Fraction number) {
    parts.add(
        make.part(
            card.at(key, card.line(), make.subject(key, card)),
            make.words().amounts().plain(number),
            number.toString(),
            number,
            Effect.NONE,
            Effect.NONE,
            List.of()));
  }

  /** Of equal totals the first counts, so that their order says something. */
  private Part tracks(Place card, Place owner, Map<String, List<Scorecard.Kpi>> tracks) {
    List<Part> parts = new ArrayList<>();
    Place all = card.at("tracks", card.line(), make.subject("tracks", owner));
    tracks.forEach((name, kpis) -> {
      Place track =
          all.named(
              name,
              kpis.getFirst().clause().line(),
              make.in(owner, make.say("checking.part.track", name)));
      List<Part> inner = new ArrayList<>();
      for (Scorecard.Kpi kpi : kpis) {
        String subject = make.say("checking.part.kpi-of", name(kpi), track.subject());
        inner.add(kpi(track.named(kpi.name(), kpi.clause().line(), subject), kpi));
      }
      parts.add(
          make.group(track, make.words().commas(kpis.stream().map(this::name).toList()), inner));
    });
    return make.group(all, make.words().commas(List.copyOf(tracks.keySet())), parts).inOrder();
  }

  private Part kpi(Place place, Scorecard.Kpi kpi) {
    List<Part> parts = new ArrayList<>();
    make.metric(parts, place, "metric", kpi.metric());
    PartMaker.Said points = PartMaker.Said.amount(Unit.NUMBER);
    make.setting(parts, place, "weight", kpi.weight(), points, Effect.NONE);
    String key = kpi.curve().isEmpty() ? "steps" : "curve";
    parts.add(
        make.leaf(
            place.at(key, place.line(), make.subject("curve", place)),
            said.earned(kpi),
            exactly(kpi)));
    if (!kpi.floor().isEmpty()) {
      Place floor =
          place.at("floor", kpi.floor().getFirst().clause().line(), make.subject("floor", place));
      List<Part> bounds = new ArrayList<>();
      conditions.comparisons(
          bounds, floor, kpi.floor(), PartMaker.Said.number(Unit.NUMBER), Effect.FEWER);
      String value = make.words().conditions().comparisons(kpi.floor(), Unit.NUMBER);
      parts.add(make.part(floor, value, "", null, Effect.FEWER, Effect.FEWER, bounds));
    }
    missing(parts, place, kpi.missing());
    conditions.add(parts, place, "require", kpi.require(), Effect.FEWER);
    if (kpi.title() != null && !kpi.title().equals(kpi.metric().title())) {
      make.title(parts, place, kpi.title());
    }
    String summary = make.say("checking.part.weighing", points.apply(make.words(), kpi.weight()));
    return make.group(place, summary, parts);
  }

  private void missing(List<Part> parts, Place place, Scorecard.@Nullable Missing missing) {
    if (missing != null) {
      String word = missing.name().toLowerCase(Locale.ROOT);
      parts.add(make.word(place, "missing", "checking.card.missing.", word));
    }
  }

  private String exactly(Scorecard.Kpi kpi) {
    return new ScorecardPage(new Page(make.messages()), make.words().exactly()).earned(kpi);
  }

  private Part entry(Place card, Place owner, Scorecard.Entry entry) {
    Place place =
        card.at(
            "entries[" + entry.name() + "]",
            entry.clause().line(),
            make.in(
                owner,
                make.say("checking.part.entry", make.words().titled(entry.title(), entry.name()))));
    List<Part> parts = new ArrayList<>();
    make.metric(parts, place, "metric", entry.metric());
    conditions.add(parts, place, "when", entry.when(), Effect.FEWER_MEET);
    Unit unit = entry.metric() == null ? Unit.NUMBER : make.words().metrics().unit(entry.metric());
    make.setting(parts, place, "per", entry.per(), PartMaker.Said.number(unit), Effect.NONE);
    PartMaker.Said points = PartMaker.Said.amount(Unit.NUMBER);
    make.setting(parts, place, "points", entry.points(), points, Effect.NONE);
    make.setting(parts, place, "limit", entry.limit(), points, Effect.NONE);
    missing(parts, place, entry.missing());
    Window remember = entry.remember();
    if (remember != null) {
      parts.add(
          make.leaf(
              place.at("remember", place.line(), make.subject("remember", place)),
              words -> words.spans().window(remember)));
    }
    make.title(parts, place, entry.title());
    return make.group(place, said.entry(entry), parts);
  }
}
