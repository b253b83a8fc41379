package dev.partnerops.checking;

import dev.partnerops.programme.Condition;
import dev.partnerops.programme.Fee;
import dev.partnerops.programme.Grant;
import dev.partnerops.programme.Instruments;
import dev.partnerops.programme.Ladder;
import dev.partnerops.programme.Ranking;
import dev.partnerops.programme.Scorecard;
import dev.partnerops.wording.Wording;

/** The instruments of a programme or of one of its segments, each under its heading. */
final class InstrumentPages {

  private final Page page;
  private final Wording words;
  private final boolean inSegment;
  private final int level;

  /**
   * @param inSegment whether they are those of a segment, under whose heading they stand
   */
  InstrumentPages(Page page, Wording words, boolean inSegment) {
    this.page = page;
    this.words = words;
    this.inSegment = inSegment;
    this.level = inSegment ? Page.TOP + 1 : Page.TOP;
  }

  void add(Instruments instruments) {
    Condition minimum = instruments.minimum();
    if (minimum != null) {
      page.heading(level, page.say("checking.page.minimum"));
      new ConditionPoints(page, words).add(page.say("checking.page.minimum.asked"), minimum);
      page.point(page.say("checking.page.minimum.unmet"));
    }
    Scorecard scorecard = instruments.scorecard();
    if (scorecard != null) {
      page.heading(level, page.say("checking.page.scorecard"));
      new ScorecardPage(page, words).add(scorecard);
    }
    Ladder ladder = instruments.ladder();
    if (ladder != null) {
      page.heading(level, page.say("checking.page.ladder"));
      new LadderPage(page, words).add(ladder);
    }
    Ranking ranking = instruments.ranking();
    if (ranking != null) {
      page.heading(level, page.say("checking.page.ranking"));
      new RankingPage(page, words).add(ranking);
    }
    GrantPage grants = new GrantPage(page, words, inSegment);
    if (!instruments.grants().isEmpty()) {
      page.heading(level, page.say("checking.page.grants"));
      for (Grant grant : instruments.grants()) {
        page.heading(level + 1, words.titled(grant.title(), grant.benefit()));
        grants.add(grant);
      }
    }
    Fee fee = instruments.fee();
    if (fee != null) {
      page.heading(level, page.say("checking.page.fee"));
      grants.add(fee);
    }
    if (!instruments.limits().isEmpty()) {
      page.heading(level, page.say("checking.page.limits"));
      instruments.limits().forEach(limit -> page.point(grants.limit(limit)));
    }
  }
}
