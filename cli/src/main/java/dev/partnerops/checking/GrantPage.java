package dev.partnerops.checking;

import dev.partnerops.model.Fraction;
import dev.partnerops.model.Unit;
import dev.partnerops.programme.Fee;
import dev.partnerops.programme.Grant;
import dev.partnerops.programme.Length;
import dev.partnerops.programme.Setting;
import dev.partnerops.wording.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who is granted what and how often, and what is charged. */
final class GrantPage {

  private static final Set<String> SPANS = Set.of("period", "month", "year");

  private final Page page;
  private final Wording words;
  private final boolean inSegment;

  /**
   * @param inSegment whether it is about a segment, whose budget is one per its field (RULES 20)
   */
  GrantPage(Page page, Wording words, boolean inSegment) {
    this.page = page;
    this.words = words;
    this.inSegment = inSegment;
  }

  void add(Grant grant) {
    page.point(page.say("checking.grant.kind." + grant.kind().name().toLowerCase(Locale.ROOT)));
    if (grant.eligible() == null) {
      page.point(page.say("checking.grant.everybody", words.entities()));
    } else {
      new ConditionPoints(page, words).add(page.say("checking.grant.eligible"), grant.eligible());
    }
    if (grant.amount() != null) {
      page.point(page.say("checking.grant.amount", amount(grant.amount())));
    }
    page.point(oncePer(grant.oncePer()));
    String payTo = grant.payTo();
    if (payTo != null) {
      page.point(page.say("checking.grant.pay-to", words.fields().name(payTo)));
    }
    if (!grant.assign().isEmpty()) {
      page.point(page.say("checking.grant.assign", words.or(grant.assign())));
    }
    grant.limits().forEach(limit -> page.point(limit(limit)));
    Grant.Expiry expires = grant.expires();
    if (expires != null) {
      page.point(expires(expires));
    }
    if (grant.clawBack() != null) {
      add(grant.clawBack());
    }
    if (grant.amount() instanceof Grant.Amount.Banded banded) {
      bands(banded.bands(), words.metrics().unit(banded.of()));
    }
  }

  /** When it expires. */
  String expires(Grant.Expiry expires) {
    String length = words.spans().length(expires.after());
    String from = expires.from();
    return from == null
        ? page.say("checking.grant.expires", length)
        : page.say("checking.grant.expires.from", length, words.fields().name(from));
  }

  private void add(Grant.ClawBack clawBack) {
    new ConditionPoints(page, words).add(page.say("checking.grant.claw-back"), clawBack.when());
    page.point(within(clawBack));
    page.point(clawBackLimit(clawBack));
  }

  /** How long it is judged. */
  String within(Grant.ClawBack clawBack) {
    Length within = clawBack.within();
    return within == null
        ? page.say("checking.grant.claw-back.ever")
        : page.say("checking.grant.claw-back.within", words.spans().length(within));
  }

  String clawBackLimit(Grant.ClawBack clawBack) {
    return page.say(
        clawBack.isUnlimited()
            ? "checking.grant.claw-back.unlimited"
            : "checking.grant.claw-back.pending");
  }

  /** What a grant is worth. */
  String amount(Grant.Amount amount) {
    return switch (amount) {
      case Grant.Amount.Fixed fixed -> words.settings().amount(fixed.yuan(), Unit.MONEY);
      case Grant.Amount.Share share ->
          bounded(
              page.say(
                  "checking.grant.share",
                  words
                      .settings()
                      .amongOthers(
                          share.rate(),
                          words.metrics().unit(share.of()) == Unit.MONEY ? Unit.RATE : Unit.MONEY),
                  words.metrics().phrase(share.of())),
              share.atLeast(),
              share.atMost());
      case Grant.Amount.Banded banded ->
          bounded(
              page.say(
                  banded.cumulative() ? "checking.grant.bands.cumulative" : "checking.grant.bands",
                  words.metrics().phrase(banded.of())),
              banded.atLeast(),
              banded.atMost());
    };
  }

  private String bounded(String amount, @Nullable Setting least, @Nullable Setting most) {
    List<String> parts = new ArrayList<>(List.of(amount));
    if (least != null) {
      parts.add(page.say("checking.grant.least", words.settings().amount(least, Unit.MONEY)));
    }
    if (most != null) {
      parts.add(page.say("checking.grant.most", words.settings().amount(most, Unit.MONEY)));
    }
    return words.commas(parts);
  }

  /** For what it comes once; without a time among it, once ever. */
  String oncePer(List<String> once) {
    List<String> said =
        once.stream()
            .map(each -> isWord(each) ? page.say("checking.once." + each) : field(each))
            .map(each -> each.isEmpty() ? words.entity() : each)
            .toList();
    boolean ever = once.stream().noneMatch(SPANS::contains);
    return page.say(ever ? "checking.grant.once-ever" : "checking.grant.once", words.per(said));
  }

  private static boolean isWord(String each) {
    return SPANS.contains(each) || each.equals("beneficiary");
  }

  private String field(String each) {
    return each.equals("entity") ? "" : words.fields().name(each);
  }

  String limit(Grant.Limit limit) {
    String most =
        page.say(
            "checking.limit.most",
            words.settings().number(limit.atMost(), Unit.MONEY),
            each(limit),
            per(limit));
    return page.say("checking.limit.short", most, whenShort(limit));
  }

  /** {@code a month for each beneficiary}. */
  String whomAndWhen(Grant.Limit limit) {
    return page.say("checking.limit.whom", each(limit), per(limit));
  }

  private String each(Grant.Limit limit) {
    return page.say("checking.limit.each." + limit.each().name().toLowerCase(Locale.ROOT));
  }

  private String per(Grant.Limit limit) {
    if (inSegment && limit.per().equals(words.programme().segmentBy())) {
      return page.say("checking.limit.segment");
    }
    return switch (limit.per()) {
      case "programme" -> page.say("checking.limit.programme");
      case "entity" -> page.say("checking.limit.per", words.entity());
      case "beneficiary" -> page.say("checking.limit.per", page.say("checking.once.beneficiary"));
      default -> page.say("checking.limit.per", words.fields().name(limit.per()));
    };
  }

  String whenShort(Grant.Limit limit) {
    String arrival = limit.arrival();
    return arrival != null
        ? page.say("checking.limit.by_arrival.field", words.fields().name(arrival))
        : page.say("checking.limit." + limit.whenShort().name().toLowerCase(Locale.ROOT));
  }

  void add(Fee fee) {
    page.point(page.say("checking.fee.base", words.metrics().phrase(fee.base())));
    if (fee.eligible() != null) {
      new ConditionPoints(page, words).add(page.say("checking.fee.eligible"), fee.eligible());
    }
    Setting standard = fee.standard();
    if (standard != null) {
      page.point(
          page.say(
              fee.eligible() == null ? "checking.fee.standard.compared" : "checking.fee.standard",
              words.settings().amount(standard, Unit.RATE)));
    }
    bands(fee.bands(), Unit.MONEY);
  }

  /** Of what is no money a rate is so much money for each. */
  private void bands(List<Grant.Band> bands, Unit unit) {
    Unit rate = unit == Unit.MONEY ? Unit.RATE : Unit.MONEY;
    if (bands.size() == 1 && bands.getFirst().upTo() == null) {
      page.point(
          page.say("checking.band.only", words.settings().amount(bands.getFirst().rate(), rate)));
      return;
    }
    List<List<String>> rows = new ArrayList<>();
    String from = words.amounts().plain(Fraction.ZERO);
    for (Grant.Band band : bands) {
      Setting upTo = band.upTo();
      String to = upTo == null ? "" : words.settings().number(upTo, unit);
      rows.add(
          List.of(
              page.say("checking.band.above", from),
              upTo == null ? page.say("checking.band.open") : to,
              words.settings().amount(band.rate(), rate)));
      from = to;
    }
    page.table(
        List.of(
            page.say("checking.band.from"),
            page.say("checking.band.to"),
            page.say("checking.band.rate")),
        rows);
    page.sentence(
        page.say(
            bands.getLast().upTo() == null
                ? "checking.band.marginal.open"
                : "checking.band.marginal"));
  }
}
