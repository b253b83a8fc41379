package dev.partnerops.checking;

import dev.partnerops.model.Unit;
import dev.partnerops.programme.Ranking;
import dev.partnerops.wording.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** By what is ranked, and which places win which badge. */
final class RankingPage {

  private final Page page;
  private final Wording words;

  RankingPage(Page page, Wording words) {
    this.page = page;
    this.words = words;
  }

  void add(Ranking ranking) {
    List<String> keys = new ArrayList<>();
    keys.add(key(ranking.by()));
    ranking.then().forEach(then -> keys.add(key(then)));
    page.point(page.say("checking.ranking.by", words.semicolons(keys)));
    if (ranking.eligible() != null) {
      new ConditionPoints(page, words)
          .add(page.say("checking.ranking.eligible"), ranking.eligible());
    }
    String partition = ranking.partitionBy();
    if (partition != null) {
      page.point(page.say("checking.ranking.partition", words.fields().name(partition)));
    }
    page.point(page.say("checking.ranking.ties." + ranking.ties().name().toLowerCase(Locale.ROOT)));
    if (!ranking.quotas().isEmpty()) {
      List<List<String>> rows = new ArrayList<>();
      for (Ranking.Quota quota : ranking.quotas()) {
        rows.add(
            List.of(
                words.titled(quota.title(), quota.badge()),
                places(quota),
                Optional.ofNullable(quota.require()).map(words.conditions()::whole).orElse("")));
      }
      page.table(
          List.of(
              page.say("checking.ranking.badge"),
              page.say("checking.ranking.places"),
              page.say("checking.ladder.require")),
          rows);
    }
  }

  /** {@code Net sales (this period), lowest first}. */
  String key(Ranking.Key key) {
    return page.say(
        key.lowestFirst() ? "checking.ranking.lowest" : "checking.ranking.highest",
        words.metrics().phrase(key.metric()));
  }

  /** {@code the best 10}, {@code the best 3% of all, rounded up, at least 1}. */
  String places(Ranking.Quota quota) {
    String places = words.settings().number(quota.places(), quota.share() ? Unit.RATE : Unit.COUNT);
    List<String> parts = new ArrayList<>();
    if (!quota.share()) {
      parts.add(page.say(quota.next() ? "checking.ranking.next" : "checking.ranking.top", places));
    } else {
      parts.add(
          page.say(
              quota.ofAll() ? "checking.ranking.share.all" : "checking.ranking.share", places));
      parts.add(page.say(quota.roundUp() ? "checking.ranking.up" : "checking.ranking.down"));
      if (quota.atLeast() != null) {
        parts.add(
            page.say(
                "checking.ranking.least", words.settings().number(quota.atLeast(), Unit.COUNT)));
      }
    }
    return words.commas(parts);
  }
}
