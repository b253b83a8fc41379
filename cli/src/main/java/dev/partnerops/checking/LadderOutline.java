package dev.partnerops.checking;

import dev.partnerops.model.Unit;
import dev.partnerops.programme.Ladder;
import dev.partnerops.wording.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** A ladder as parts. */
final class LadderOutline {

  private final PartMaker make;
  private final ConditionOutline conditions;
  private final LadderPage said;

  LadderOutline(PartMaker make) {
    this.make = make;
    this.conditions = new ConditionOutline(make);
    this.said = page(make.words());
  }

  private LadderPage page(Wording words) {
    return new LadderPage(new Page(make.messages()), words);
  }

  Part ladder(Place owner, Ladder ladder) {
    Place place = owner.at("ladder", ladder.clause().line(), make.subject("ladder", owner));
    List<Part> tiers = new ArrayList<>();
    Place list = place.at("tiers", place.line(), make.subject("tiers", owner));
    ladder.tiers().forEach(tier -> tiers.add(tier(list, owner, tier)));
    List<Part> parts = new ArrayList<>();
    parts.add(make.group(list, names(ladder), tiers).inOrder());
    conditions.add(parts, place, "require", ladder.require(), Effect.FEWER);
    conditions.add(parts, place, "admit", ladder.admit(), Effect.FEWER);
    move(parts, place, "up", ladder.up(), words -> page(words).move(ladder.up()));
    move(parts, place, "down", ladder.down(), words -> page(words).move(ladder.down()));
    String notRated = ladder.notRated().name().toLowerCase(Locale.ROOT);
    parts.add(make.word(place, "not_rated", "checking.ladder.not-rated.", notRated));
    if (ladder.protection() != null) {
      parts.add(protection(place, ladder.protection()));
    }
    conditions.add(parts, place, "exit", ladder.exit(), Effect.FEWER_LEAVE);
    PartMaker.Said days = PartMaker.Said.number(Unit.DAYS);
    make.setting(parts, place, "readmit_after", ladder.readmitAfterDays(), days, Effect.NONE);
    return make.group(place, names(ladder), parts);
  }

  private String names(Ladder ladder) {
    return make.words()
        .commas(
            ladder.tiers().stream()
                .map(tier -> make.words().titled(tier.title(), tier.name()))
                .toList());
  }

  private void move(
      List<Part> parts,
      Place place,
      String key,
      Ladder.Move move,
      Function<Wording, String> sentence) {
    parts.add(make.leaf(place.at(key, move.clause().line(), make.subject(key, place)), sentence));
  }

  private Part tier(Place list, Place owner, Ladder.Tier tier) {
    Place place =
        list.named(
            tier.name(),
            tier.clause().line(),
            make.in(
                owner,
                make.say(
                    "checking.part.tier-named", make.words().titled(tier.title(), tier.name()))));
    List<Part> parts = new ArrayList<>();
    PartMaker.Said score = PartMaker.Said.number(Unit.NUMBER);
    make.setting(parts, place, "enter", tier.enter(), score, Effect.FEWER);
    make.setting(parts, place, "keep", tier.keep(), score, Effect.FEWER);
    conditions.add(parts, place, "require", tier.require(), Effect.FEWER);
    make.title(parts, place, tier.title());
    String summary =
        tier.enter() == null
            ? ""
            : make.say("checking.part.entering", score.apply(make.words(), tier.enter()));
    return make.group(place, summary, parts);
  }

  private Part protection(Place ladder, Ladder.Protection protection) {
    Place place = ladder.at("protect", protection.clause().line(), make.subject("protect", ladder));
    List<Part> parts = new ArrayList<>();
    parts.add(
        make.leaf(
            place.at("for", protection.count().clause().line(), make.subject("for", place)),
            words -> page(words).length(protection)));
    conditions.add(parts, place, "when", protection.when(), Effect.FEWER_MEET);
    String clock = protection.clockPauses() ? "pauses" : "runs";
    parts.add(make.word(place, "clock", "checking.part.clock.", clock));
    conditions.add(parts, place, "until", protection.until(), Effect.FEWER_MEET);
    PartMaker.Said tier = (words, setting) -> words.settings().tier(setting);
    make.setting(parts, place, "show", protection.show(), tier, Effect.NONE);
    return make.group(place, said.length(protection), parts);
  }
}
