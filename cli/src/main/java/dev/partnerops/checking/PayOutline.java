package dev.partnerops.checking;

import dev.partnerops.model.Unit;
import dev.partnerops.programme.Fee;
import dev.partnerops.programme.Grant;
import dev.partnerops.programme.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Grants, limits and the fee as parts. */
final class PayOutline {

  private static final PartMaker.Said MONEY = PartMaker.Said.amount(Unit.MONEY);
  private static final PartMaker.Said RATE = PartMaker.Said.amount(Unit.RATE);

  private final PartMaker make;
  private final ConditionOutline conditions;
  private final GrantPage said;

  PayOutline(PartMaker make, boolean inSegment) {
    this.make = make;
    this.conditions = new ConditionOutline(make);
    this.said = new GrantPage(new Page(make.messages()), make.words(), inSegment);
  }

  /** Under limits over all of them, what comes first is served first. */
  Part grants(Place owner, List<Grant> grants, boolean isOrdered) {
    Place place = owner.at("grants", owner.line(), make.subject("grants", owner));
    List<Part> parts = grants.stream().map(grant -> grant(place, owner, grant)).toList();
    List<String> names =
        grants.stream().map(grant -> make.words().titled(grant.title(), grant.benefit())).toList();
    Part all = make.group(place, make.words().commas(names), parts);
    return isOrdered ? all.inOrder() : all;
  }

  private Part grant(Place list, Place owner, Grant grant) {
    Place place =
        list.named(
            grant.benefit(),
            grant.clause().line(),
            make.in(
                owner,
                make.say(
                    "checking.part.grant-named",
                    make.words().titled(grant.title(), grant.benefit()))));
    List<Part> parts = new ArrayList<>();
    String kind = grant.kind().name().toLowerCase(Locale.ROOT);
    word(parts, place, "kind", make.say("checking.grant.kind." + kind), kind);
    conditions.add(parts, place, "eligible", grant.eligible(), Effect.FEWER);
    if (grant.payTo() != null) {
      word(parts, place, "pay_to", make.words().fields().name(grant.payTo()), grant.payTo());
    }
    String once = grant.oncePer().stream().sorted().toList().toString();
    word(parts, place, "once_per", said.oncePer(grant.oncePer()), once);
    Grant.Amount amount = grant.amount();
    if (amount != null) {
      parts.add(amount(place, amount));
    }
    limits(parts, place, grant.limits());
    if (!grant.assign().isEmpty()) {
      String names = make.words().commas(grant.assign());
      word(parts, place, "assign", names, grant.assign().toString());
    }
    Grant.Expiry expires = grant.expires();
    if (expires != null) {
      parts.add(expires(place, expires));
    }
    Grant.ClawBack clawBack = grant.clawBack();
    if (clawBack != null) {
      parts.add(clawBack(place, clawBack));
    }
    make.title(parts, place, grant.title());
    return make.group(place, amount == null ? "" : said.amount(amount), parts);
  }

  private Part expires(Place grant, Grant.Expiry expires) {
    String from = expires.from();
    return make.leaf(
        grant.at("expires", expires.clause().line(), make.subject("expires", grant)),
        said.expires(expires),
        expires.after() + " " + (from == null ? "" : from));
  }

  private Part clawBack(Place grant, Grant.ClawBack clawBack) {
    Place place = grant.at("claw_back", clawBack.clause().line(), make.subject("claw_back", grant));
    List<Part> parts = new ArrayList<>();
    conditions.add(parts, place, "when", clawBack.when(), Effect.FEWER_MEET);
    word(parts, place, "within", said.within(clawBack), String.valueOf(clawBack.within()));
    parts.add(
        make.leaf(
            place.at("limit", place.line(), make.subject("claw_back.limit", place)),
            said.clawBackLimit(clawBack),
            String.valueOf(clawBack.isUnlimited())));
    return make.group(place, make.words().conditions().whole(clawBack.when()), parts);
  }

  private void word(List<Part> parts, Place owner, String key, String value, String exact) {
    parts.add(make.leaf(owner.at(key, owner.line(), make.subject(key, owner)), value, exact));
  }

  private Part amount(Place grant, Grant.Amount amount) {
    Place place = grant.at("amount", grant.line(), make.subject("amount", grant));
    return switch (amount) {
      case Grant.Amount.Fixed fixed ->
          make.setting(
              grant.at("amount", fixed.yuan().clause().line(), place.subject()),
              fixed.yuan(),
              MONEY,
              Effect.NONE);
      case Grant.Amount.Share share -> {
        List<Part> parts = new ArrayList<>();
        make.setting(parts, place, "rate", share.rate(), RATE, Effect.NONE);
        make.metric(parts, place, "of", share.of());
        bounds(parts, place, share.atLeast(), share.atMost());
        yield make.part(place, said.amount(amount), "rate", null, Effect.NONE, Effect.NONE, parts);
      }
      case Grant.Amount.Banded banded -> {
        List<Part> parts = new ArrayList<>();
        bands(parts, place, banded.bands(), make.words().metrics().unit(banded.of()));
        make.metric(parts, place, "of", banded.of());
        bounds(parts, place, banded.atLeast(), banded.atMost());
        yield make.part(
            place,
            said.amount(amount),
            "bands " + banded.cumulative(),
            null,
            Effect.NONE,
            Effect.NONE,
            parts);
      }
    };
  }

  private void bounds(
      List<Part> parts, Place place, @Nullable Setting least, @Nullable Setting most) {
    make.setting(parts, place, "at_least", least, MONEY, Effect.NONE);
    make.setting(parts, place, "at_most", most, MONEY, Effect.NONE);
  }

  /** Bands follow each other, so that their place is their name. */
  private void bands(List<Part> parts, Place owner, List<Grant.Band> bands, Unit unit) {
    Unit each = unit == Unit.MONEY ? Unit.RATE : Unit.MONEY;
    for (int i = 0; i < bands.size(); i++) {
      Grant.Band band = bands.get(i);
      Place place =
          owner.at(
              "bands[" + i + "]",
              band.clause().line(),
              make.say("checking.part.band", i + 1, owner.subject()));
      List<Part> inner = new ArrayList<>();
      make.setting(inner, place, "up_to", band.upTo(), PartMaker.Said.number(unit), Effect.NONE);
      make.setting(inner, place, "rate", band.rate(), PartMaker.Said.amount(each), Effect.NONE);
      parts.add(make.group(place, make.words().settings().amount(band.rate(), each), inner));
    }
  }

  /** Told apart by whom and which span they are for. */
  void limits(List<Part> parts, Place owner, List<Grant.Limit> limits) {
    for (Grant.Limit limit : limits) {
      String each = limit.each().name().toLowerCase(Locale.ROOT);
      Place place =
          owner.at(
              "limits[" + limit.per() + " " + each + "]",
              limit.clause().line(),
              owner.path().isEmpty() || owner.isSegment()
                  ? make.in(owner, make.say("checking.part.limit-of-all", said.whomAndWhen(limit)))
                  : make.say(
                      "checking.part.limit-named", said.whomAndWhen(limit), owner.subject()));
      List<Part> inner = new ArrayList<>();
      inner.add(
          make.setting(
              place.at("at_most", limit.atMost().clause().line(), place.subject()),
              limit.atMost(),
              MONEY,
              Effect.NONE));
      String when = limit.whenShort() + " " + limit.arrival();
      word(inner, place, "when_short", said.whenShort(limit), when);
      parts.add(
          make.group(place, make.words().settings().amount(limit.atMost(), Unit.MONEY), inner));
    }
  }

  Part fee(Place owner, Fee fee) {
    Place place = owner.at("fee", fee.clause().line(), make.subject("fee", owner));
    List<Part> parts = new ArrayList<>();
    make.metric(parts, place, "base", fee.base());
    bands(parts, place, fee.bands(), Unit.MONEY);
    conditions.add(parts, place, "eligible", fee.eligible(), Effect.FEWER);
    make.setting(parts, place, "standard", fee.standard(), RATE, Effect.NONE);
    return make.group(place, make.words().metrics().phrase(fee.base()), parts);
  }
}
