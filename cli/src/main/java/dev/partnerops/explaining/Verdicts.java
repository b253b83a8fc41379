package dev.partnerops.explaining;

import dev.partnerops.deciding.Action;
import dev.partnerops.deciding.EntityDecision;
import dev.partnerops.deciding.Standing;
import dev.partnerops.deciding.Status;
import dev.partnerops.deciding.Subject;
import dev.partnerops.evaluating.Explanations;
import dev.partnerops.ledger.Entry;
import dev.partnerops.ledger.RunStatus;
import dev.partnerops.ledger.StandingOverride;
import dev.partnerops.model.Fraction;
import dev.partnerops.model.Unit;
import dev.partnerops.output.Messages;
import dev.partnerops.paying.FeeStatement;
import dev.partnerops.paying.GrantDecision;
import dev.partnerops.programme.Fee;
import dev.partnerops.programme.Grant;
import dev.partnerops.wording.Titles;
import dev.partnerops.wording.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/** What was decided, in sentences: status, tier, badge, grants, fee. */
final class Verdicts {

  private final Messages messages;
  private final Wording words;
  private final Explanations.Explained explained;
  private final Titles titles;
  private final ReasonWords reasons;

  Verdicts(
      Messages messages, Wording words, Explanations.Explained explained, ReasonWords reasons) {
    this.words = words;
    this.messages = messages;
    this.explained = explained;
    this.titles = new Titles(explained.editions());
    this.reasons = reasons;
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    EntityDecision decision = explained.decision();
    if (decision.action() != null) {
      lines.add(because(ladder(decision, decision.action()), decision.reasons()));
      StandingOverride override = explained.override();
      if (override != null && override.tier() != null) {
        lines.add(
            messages.text(
                decision.tierCalculated().isEmpty()
                    ? "explaining.override.none"
                    : "explaining.override",
                override.override(),
                titles.tier(override.tier()),
                override.until(),
                override.reason(),
                override.by(),
                Objects.requireNonNullElse(override.approvedBy(), "-"),
                titles.tier(decision.tierCalculated())));
      }
    }
    boolean wasOverridden =
        decision.action() == Action.HOLD
            && explained.override() == null
            && !decision.tierBefore().equals(decision.tierAfter());
    if (wasOverridden) {
      lines.add(
          messages.text(
              "explaining.override.over",
              titles.tier(decision.tierBefore()),
              titles.tier(decision.tierAfter())));
    }
    addScore(decision, lines);
    addPlace(decision, lines);
    for (GrantDecision grant : explained.grants()) {
      lines.add(grant(grant));
    }
    for (FeeStatement fee : explained.fees()) {
      lines.add(fee(fee));
      bands(fee, lines);
    }
    return lines;
  }

  private String because(String what, String said) {
    String why =
        reasons.sentence(
            Because.of(
                said,
                explained.steps(),
                explained.again().was().instruments(),
                explained.edition()));
    return why.isEmpty()
        ? messages.text("explaining.decided.plain", what)
        : messages.text("explaining.decided.because", what, why);
  }

  private String ladder(EntityDecision decision, Action action) {
    Standing after = decision.after();
    String key = action.word();
    if (after.place() == Standing.Place.OUTSIDE) {
      key = action == Action.NOT_RATED ? "outside.not_rated" : "outside";
    } else if (after.place() == Standing.Place.EXITED && action != Action.EXIT) {
      return messages.text("explaining.decided.exited", String.valueOf(after.exitedOn()));
    } else if (action == Action.HOLD && decision.tierCalculated().isEmpty()) {
      key = "hold.none";
    }
    // What an override shows is said in a sentence of its own.
    boolean isHeld = action == Action.HOLD;
    return messages.text(
        "explaining.decided." + key,
        titles.tier(decision.tierBefore()),
        titles.tier(isHeld ? decision.tierCalculated() : decision.tierAfter()),
        titles.tier(decision.tierCalculated()));
  }

  private void addScore(EntityDecision decision, List<String> lines) {
    if (decision.score() != null) {
      lines.add(
          messages.text(
              decision.rank() == null
                  ? "explaining.decided.score.alone"
                  : "explaining.decided.score",
              Numbers.score(decision.score()),
              messages.text("explaining.word." + decision.status().word()),
              String.valueOf(decision.rank())));
    }
    if (decision.action() == null && decision.status() != Status.RATED) {
      lines.add(
          because(
              messages.text("explaining.decided.status." + decision.status().word()),
              decision.reasons()));
    }
  }

  private void addPlace(EntityDecision decision, List<String> lines) {
    if (explained.again().was().instruments().ranking() == null) {
      return;
    }
    Integer place = decision.place();
    if (place == null) {
      lines.add(messages.text("explaining.decided.unranked"));
      return;
    }
    String in =
        decision.partition().isEmpty()
            ? messages.text("explaining.decided.rank", place)
            : messages.text("explaining.decided.partition", place, decision.partition());
    lines.add(
        decision.badge().isEmpty()
            ? messages.text("explaining.decided.place", in)
            : messages.text("explaining.decided.badge", in, titles.badge(decision.badge())));
  }

  private String grant(GrantDecision grant) {
    String word = grant.word(explained.run().status() == RunStatus.APPROVED);
    String key =
        grant.amount().signum() == 0
            ? "explaining.decided.grant.nothing"
            : "explaining.decided.grant";
    boolean other = !grant.period().equals(explained.run().period().label());
    String what =
        messages.text(
            key,
            titles.benefit(grant.benefit()),
            messages.text("explaining.word." + word),
            grant.amount());
    if (other) {
      what = messages.text("explaining.decided.grant.period", what, grant.period());
    }
    if (grant.expiresOn() != null) {
      what = messages.text("explaining.decided.grant.expires", what, grant.expiresOn());
    }
    if (!grant.assignee().isEmpty()) {
      what = messages.text("explaining.decided.grant.assigned", what, grant.assignee());
    }
    List<String> entries =
        entries(entry ->
            entry.benefit().equals(grant.benefit())
                && entry.period().equals(grant.period())
                && !entry.kind().equals(Entry.FEE));
    if (!entries.isEmpty()) {
      what = messages.text("explaining.decided.entries", what, entries);
    }
    return because(what, grant.reasons());
  }

  private String fee(FeeStatement fee) {
    String what =
        messages.text(
            fee.reduced() ? "explaining.decided.fee" : "explaining.decided.fee.standard",
            fee.baseBefore(),
            fee.baseAfter(),
            fee.amount(),
            fee.standardAmount(),
            fee.saved());
    List<String> entries = entries(entry -> entry.kind().equals(Entry.FEE));
    if (!entries.isEmpty()) {
      what = messages.text("explaining.decided.entries", what, entries);
    }
    return because(what, fee.reasons());
  }

  /** The rates by the base, and what is left of the band it stands in. */
  private void bands(FeeStatement statement, List<String> lines) {
    Subject subject = explained.again().was();
    Fee fee = subject.instruments().fee();
    if (fee == null || !statement.reduced()) {
      return;
    }
    Fraction base = statement.baseAfter().yuan();
    List<String> bands = new ArrayList<>();
    boolean stands = false;
    for (Grant.Band band : fee.bands()) {
      String rate =
          subject
              .number(band.rate())
              .map(number -> words.amounts().number(number, Unit.RATE))
              .orElse("");
      Fraction upTo = subject.number(band.upTo()).orElse(null);
      if (upTo == null) {
        bands.add(messages.text("explaining.band.beyond", rate));
        continue;
      }
      boolean here = !stands && base.compareTo(upTo) < 0;
      stands |= here;
      bands.add(
          messages.text(
              here ? "explaining.band.left" : "explaining.band.up-to",
              rate,
              words.amounts().money(upTo),
              words.amounts().money(upTo.minus(base))));
    }
    if (bands.size() > 1) {
      lines.add(messages.text("explaining.decided.bands", words.commas(bands)));
    }
  }

  /** The numbers of entries this run booked. */
  private List<String> entries(Predicate<Entry> which) {
    return explained.entries().stream()
        .filter(entry -> entry.run() == explained.run().run())
        .filter(which)
        .map(entry -> Long.toString(entry.entry()))
        .toList();
  }
}
