package dev.partnerops.wording;

import dev.partnerops.model.Title;
import dev.partnerops.programme.Grant;
import dev.partnerops.programme.Instruments;
import dev.partnerops.programme.Ladder;
import dev.partnerops.programme.Programme;
import dev.partnerops.programme.Ranking;
import dev.partnerops.programme.Scorecard;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What people call the KPIs, tiers, badges and benefits of a programme: by the title the policy
 * gives them, else by name.
 */
public final class Titles {

  private final Map<String, Title> kpis = new HashMap<>();
  private final Map<String, Title> tiers = new HashMap<>();
  private final Map<String, Title> badges = new HashMap<>();
  private final Map<String, Title> benefits = new HashMap<>();

  public Titles(List<Programme> editions) {
    for (Programme edition : editions) {
      edition.allInstruments().forEach(this::add);
    }
  }

  private void add(Instruments instruments) {
    if (instruments.scorecard() != null) {
      for (Scorecard.Kpi kpi : instruments.scorecard().allKpis()) {
        Title title = kpi.title() == null ? kpi.metric().title() : kpi.title();
        if (title != null) {
          kpis.put(kpi.name(), title);
        }
      }
    }
    if (instruments.ladder() != null) {
      for (Ladder.Tier tier : instruments.ladder().tiers()) {
        if (tier.title() != null) {
          tiers.put(tier.name(), tier.title());
        }
      }
    }
    if (instruments.ranking() != null) {
      for (Ranking.Quota quota : instruments.ranking().quotas()) {
        if (quota.title() != null) {
          badges.put(quota.badge(), quota.title());
        }
      }
    }
    for (Grant grant : instruments.grants()) {
      if (grant.title() != null) {
        benefits.put(grant.benefit(), grant.title());
      }
    }
  }

  public Object kpi(String name) {
    return titled(kpis, name);
  }

  public Object tier(String name) {
    return titled(tiers, name);
  }

  public Object badge(String name) {
    return titled(badges, name);
  }

  public Object benefit(String name) {
    return titled(benefits, name);
  }

  private static Object titled(Map<String, Title> titles, String name) {
    Title title = titles.get(name);
    return title != null ? title : name.isEmpty() ? "-" : name;
  }
}
