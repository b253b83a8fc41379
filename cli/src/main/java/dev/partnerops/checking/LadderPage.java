package dev.partnerops.checking;

import dev.partnerops.model.Fraction;
import dev.partnerops.model.Unit;
import dev.partnerops.programme.Condition;
import dev.partnerops.programme.Ladder;
import dev.partnerops.programme.Length;
import dev.partnerops.programme.Setting;
import dev.partnerops.wording.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The tiers as a table, then how one comes in, rises, falls, is protected and leaves. */
final class LadderPage {

  private final Page page;
  private final Wording words;

  LadderPage(Page page, Wording words) {
    this.page = page;
    this.words = words;
  }

  void add(Ladder ladder) {
    List<List<String>> rows = new ArrayList<>();
    boolean scored = ladder.tiers().stream().anyMatch(tier -> tier.enter() != null);
    String unasked = scored ? words.text("wording.none.threshold") : "";
    for (Ladder.Tier tier : ladder.tiers()) {
      rows.add(
          List.of(
              words.titled(tier.title(), tier.name()),
              score(tier.enter(), unasked),
              score(tier.keep(), unasked),
              Optional.ofNullable(tier.require()).map(words.conditions()::whole).orElse("")));
    }
    page.sentence(page.say("checking.ladder.order"));
    page.table(
        List.of(
            page.say("checking.ladder.tier"),
            page.say("checking.ladder.enter"),
            page.say("checking.ladder.keep"),
            page.say("checking.ladder.require")),
        rows);
    ConditionPoints conditions = new ConditionPoints(page, words);
    if (ladder.require() != null) {
      conditions.add(page.say("checking.ladder.every"), ladder.require());
    }
    Condition admit = ladder.admit();
    if (admit != null) {
      conditions.add(page.say("checking.ladder.admit"), admit);
    }
    page.point(up(ladder.up()));
    page.point(down(ladder.down()));
    if (isRated()) {
      page.point(
          page.say(
              "checking.ladder.not-rated." + ladder.notRated().name().toLowerCase(Locale.ROOT)));
    }
    if (ladder.protection() != null) {
      protection(ladder.protection());
    }
    if (ladder.exit() != null) {
      conditions.add(page.say("checking.ladder.exit"), ladder.exit());
      Setting after = ladder.readmitAfterDays();
      page.point(
          after == null
              ? page.say("checking.ladder.readmit.never")
              : page.say("checking.ladder.readmit", words.settings().number(after, Unit.DAYS)));
    }
  }

  /** Whether anybody can be without a rating. */
  private boolean isRated() {
    return words.programme().allInstruments().stream()
        .anyMatch(each -> each.minimum() != null || each.scorecard() != null);
  }

  private String score(@Nullable Setting score, String unasked) {
    return score == null ? unasked : words.settings().number(score, Unit.NUMBER);
  }

  String up(Ladder.Move up) {
    String where = page.say(up.oneStep() ? "checking.ladder.up.one" : "checking.ladder.up.any");
    return page.say(
        isOne(up.after()) ? "checking.ladder.up.once" : "checking.ladder.up",
        times(up.after()),
        where);
  }

  String down(Ladder.Move down) {
    if (down.never()) {
      return page.say("checking.ladder.down.never");
    }
    String where =
        page.say(down.oneStep() ? "checking.ladder.down.one" : "checking.ladder.down.any");
    return page.say(
        isOne(down.after()) ? "checking.ladder.down.once" : "checking.ladder.down",
        times(down.after()),
        where);
  }

  /** {@code after 2 evaluations running, one tier at a time}. */
  String move(Ladder.Move move) {
    return move.never()
        ? page.say("checking.ladder.never")
        : page.say(
            "checking.ladder.move",
            times(move.after()),
            page.say(move.oneStep() ? "checking.ladder.step.one" : "checking.ladder.step.any"));
  }

  private static boolean isOne(Setting after) {
    return after instanceof Setting.Literal literal
        && literal.value().findNumber().filter(Fraction.ONE::equals).isPresent();
  }

  private String times(Setting after) {
    return isOne(after)
        ? page.say("checking.ladder.once")
        : page.say("checking.ladder.times", words.settings().number(after, Unit.COUNT));
  }

  private void protection(Ladder.Protection protection) {
    String length = length(protection);
    Condition when = protection.when();
    String show = protection.show() == null ? "" : words.settings().tier(protection.show());
    String kept =
        show.isEmpty()
            ? page.say("checking.ladder.protect.held")
            : page.say("checking.ladder.protect.show", show);
    page.point(
        when == null
            ? page.say("checking.ladder.protect", length, kept)
            : page.say(
                "checking.ladder.protect.when", length, kept, words.conditions().whole(when)));
    if (protection.clockPauses()) {
      page.point(page.say("checking.ladder.protect.pauses"));
    }
    if (protection.until() != null) {
      new ConditionPoints(page, words)
          .add(page.say("checking.ladder.protect.until"), protection.until());
    }
  }

  /** {@code 4 periods}, also where the number is chosen by a table. */
  String length(Ladder.Protection protection) {
    return protection.count() instanceof Setting.Literal literal
        ? words
            .spans()
            .length(
                new Length(
                    literal.value().findNumber().orElseThrow().floor().intValueExact(),
                    protection.unit()))
        : page.say(
            "checking.ladder.protect.length",
            words.settings().number(protection.count(), Unit.COUNT),
            words.spans().unit(protection.unit()));
  }
}
