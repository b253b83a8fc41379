package dev.partnerops.programme;

import dev.partnerops.model.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Refuses instruments that lack another one they need: a score to enter a tier, ranks to share a
 * budget by.
 */
final class InstrumentCheck {

  private final Reading reading;

  private InstrumentCheck(Reading reading) {
    this.reading = reading;
  }

  static void check(Programme programme, Reading reading) {
    InstrumentCheck check = new InstrumentCheck(reading);
    // With segments the top may hold only what they share: a ladder at the top, a scorecard in
    // each.
    if (programme.segments().isEmpty()) {
      check.refuseTiersWithoutScore(programme.instruments());
    }
    programme.segments().values().forEach(check::refuseTiersWithoutScore);
    check.refuseUnknownShow(programme.instruments());
    programme.segments().values().forEach(check::refuseUnknownShow);
    check.refuseRanksWithoutRanking(programme);
  }

  private void refuseTiersWithoutScore(Instruments instruments) {
    Ladder ladder = instruments.ladder();
    if (ladder == null || instruments.scorecard() != null) {
      return;
    }
    for (Ladder.Tier tier : ladder.tiers()) {
      if (tier.enter() != null) {
        reading.fault(tier.clause().line(), "tier.score", tier.clause().path());
      }
    }
  }

  private void refuseUnknownShow(Instruments instruments) {
    Ladder ladder = instruments.ladder();
    Ladder.Protection protection = ladder == null ? null : ladder.protection();
    if (ladder != null && protection != null) {
      refuseUnknownTier(protection.show(), ladder.tiers().stream().map(Ladder.Tier::name).toList());
    }
  }

  /** Whatever a table or a condition may choose. */
  private void refuseUnknownTier(@Nullable Setting setting, List<String> tiers) {
    switch (setting) {
      case null -> {}
      case Setting.Literal(Value value, Clause clause) -> {
        if (value instanceof Value.Text(String name) && !tiers.contains(name)) {
          reading.unknown(clause.line(), "tier.unknown", name, tiers);
        }
      }
      case Setting.Table table -> {
        table.rows().forEach(row -> refuseUnknownTier(row.setting(), tiers));
        refuseUnknownTier(table.otherwise(), tiers);
      }
      case Setting.Choice choice -> {
        refuseUnknownTier(choice.then(), tiers);
        refuseUnknownTier(choice.otherwise(), tiers);
      }
      case Setting.None none -> {}
      case Setting.DayOf day -> {}
    }
  }

  private void refuseRanksWithoutRanking(Programme programme) {
    boolean anywhere = programme.instruments().ranking() != null;
    for (Instruments segment : programme.segments().values()) {
      anywhere |= segment.ranking() != null;
      if (!segment.limits().equals(programme.instruments().limits())) {
        refuseRanks(segment.limits(), segment.ranking() != null);
      }
      segment.grants().forEach(grant -> refuseRanks(grant.limits(), segment.ranking() != null));
    }
    boolean top = programme.instruments().ranking() != null || !programme.segments().isEmpty();
    programme.instruments().grants().forEach(grant -> refuseRanks(grant.limits(), top));
    refuseRanks(programme.instruments().limits(), anywhere);
  }

  private void refuseRanks(List<Grant.Limit> limits, boolean ranked) {
    for (Grant.Limit limit : limits) {
      if (limit.whenShort() == Grant.Limit.WhenShort.BY_RANK && !ranked) {
        reading.fault(limit.clause().line(), "limit.rank", limit.clause().path());
      }
    }
  }
}
