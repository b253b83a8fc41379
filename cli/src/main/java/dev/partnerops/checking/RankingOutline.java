package dev.partnerops.checking;

import dev.partnerops.programme.Ranking;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A ranking as parts; the order of its keys and quotas means something. */
final class RankingOutline {

  private final PartMaker make;
  private final ConditionOutline conditions;

  RankingOutline(PartMaker make) {
    this.make = make;
    this.conditions = new ConditionOutline(make);
  }

  private RankingPage page() {
    return new RankingPage(new Page(make.messages()), make.words());
  }

  private RankingPage exactly() {
    return new RankingPage(new Page(make.messages()), make.words().exactly());
  }

  Part ranking(Place owner, Ranking ranking) {
    Place place = owner.at("ranking", ranking.clause().line(), make.subject("ranking", owner));
    List<Part> parts = new ArrayList<>();
    List<Ranking.Key> keys = new ArrayList<>(List.of(ranking.by()));
    keys.addAll(ranking.then());
    parts.add(
        make.leaf(
            place.at("by", ranking.by().metric().clause().line(), make.subject("by", place)),
            make.words().semicolons(keys.stream().map(page()::key).toList()),
            make.words().semicolons(keys.stream().map(exactly()::key).toList())));
    conditions.add(parts, place, "eligible", ranking.eligible(), Effect.FEWER);
    String partition = ranking.partitionBy();
    if (partition != null) {
      parts.add(
          make.leaf(
              place.at("partition_by", place.line(), make.subject("partition_by", place)),
              words -> words.fields().name(partition)));
    }
    String ties = ranking.ties().name().toLowerCase(Locale.ROOT);
    parts.add(make.word(place, "ties", "checking.ranking.ties.", ties));
    Place list = place.at("quotas", place.line(), make.subject("quotas", owner));
    List<Part> quotas = ranking.quotas().stream().map(quota -> quota(list, owner, quota)).toList();
    List<String> badges =
        ranking.quotas().stream()
            .map(quota -> make.words().titled(quota.title(), quota.badge()))
            .toList();
    parts.add(make.group(list, make.words().commas(badges), quotas).inOrder());
    return make.group(place, page().key(ranking.by()), parts);
  }

  private Part quota(Place list, Place owner, Ranking.Quota quota) {
    Place place =
        list.named(
            quota.badge(),
            quota.clause().line(),
            make.in(
                owner,
                make.say(
                    "checking.part.badge-named",
                    make.words().titled(quota.title(), quota.badge()))));
    List<Part> parts = new ArrayList<>();
    Place places =
        place.at(
            quota.next() ? "next" : "top",
            quota.places().clause().line(),
            make.subject("places", place));
    parts.add(make.leaf(places, page().places(quota), exactly().places(quota)));
    conditions.add(parts, place, "require", quota.require(), Effect.FEWER);
    make.title(parts, place, quota.title());
    return make.group(place, page().places(quota), parts);
  }
}
