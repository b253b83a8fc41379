package dev.partnerops.deciding;

import dev.partnerops.model.Fraction;
import dev.partnerops.programme.Clause;
import dev.partnerops.programme.Condition;
import dev.partnerops.programme.Ladder;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One evaluation of a ladder for one entity, exactly in the order of RULES 10; where it begins,
 * RULES 1. Tiers are indices here, −1 for none.
 */
final class Climbing {

  private final Ladder ladder;
  private final Subject subject;
  private final Standing before;
  private final LocalDate end;

  private final boolean barred;
  private final Standing.Place place;
  private final int present;
  private final boolean begins;

  private Climbing(Ladder ladder, Subject subject) {
    this.ladder = ladder;
    this.subject = subject;
    this.before = subject.candidate().before();
    this.end = subject.input().evaluation().end();
    this.barred = before.place() == Standing.Place.EXITED && !mayReturn();
    boolean anew = !barred && before.place() != Standing.Place.IN;
    this.begins = anew && ladder.admit() == null;
    this.place = begins ? Standing.Place.IN : barred ? Standing.Place.EXITED : placeBefore();
    this.present =
        begins
            ? (TierChecks.lowestAsksNothing(ladder, subject) ? 0 : -1)
            : place == Standing.Place.IN ? index(before.tier()) : -1;
  }

  /** What the ladder makes of the subject; {@link Subject#missed()} is told on the way. */
  static Climbed climb(Ladder ladder, Subject subject) {
    return new Climbing(ladder, subject).climb();
  }

  private Climbed climb() {
    if (barred) {
      return stays(Standing.Place.EXITED, Action.HOLD, exitBar());
    }
    TierChecks checks = TierChecks.of(ladder, present, subject);
    boolean rated = subject.status() != Status.NOT_RATED;
    boolean counts = rated || ladder.notRated() == Ladder.NotRated.COUNT;
    boolean in = place == Standing.Place.IN;
    subject.missed(in && counts && (rated ? checks.missed() : present >= 0));
    Condition exit = ladder.exit();
    if (in && exit != null) {
      Finding finding = subject.note(subject.judge(exit));
      if (finding.isMet()) {
        return exited(Reasons.of(finding));
      }
    }
    if (!rated && !(in && counts)) {
      return notRated();
    }
    if (!in) {
      return admission(checks);
    }
    return move(checks, rated);
  }

  private Climbed admission(TierChecks checks) {
    Condition admit = ladder.admit();
    if (admit == null) {
      throw new IllegalStateException("without admit everybody is on the ladder");
    }
    Finding finding = subject.note(subject.judge(admit));
    int tier = ladder.up().oneStep() ? checks.lowestMet() : checks.highestMet(topTier());
    if (!finding.holds()) {
      return stays(Standing.Place.OUTSIDE, Action.HOLD, Reasons.of(finding));
    }
    if (tier < 0) {
      Reasons reasons = new Reasons();
      checks.explain(0, reasons);
      return stays(Standing.Place.OUTSIDE, Action.HOLD, reasons.text());
    }
    Reasons reasons = new Reasons().add(finding);
    checks.explain(tier, reasons);
    return shown(Action.ADMIT, tier, 0, 0, List.of(), reasons);
  }

  private Climbed move(TierChecks checks, boolean rated) {
    if (rated && checks.higherMet()) {
      return rise(checks);
    }
    Reasons reasons = new Reasons();
    if (rated && (present < 0 || checks.met(present))) {
      if (present >= 0) {
        checks.explain(present, reasons);
      }
      if (present < topTier()) {
        checks.explain(present + 1, reasons);
      }
      return shown(Action.HOLD, present, 0, 0, List.of(), reasons);
    }
    if (present < 0) {
      return notRated();
    }
    int misses = before.misses() + 1;
    if (rated) {
      checks.explain(present, reasons);
    }
    reasons.add(subject.scored().reasons());
    Clause clause = ladder.down().clause();
    if (ladder.down().never()) {
      reasons.add(clause, "never");
      return shown(Action.WARN, present, misses, 0, List.of(), reasons);
    }
    Fraction after = subject.number(ladder.down().after()).orElse(Fraction.ONE);
    reasons.add(clause, misses + " >= " + after);
    if (Fraction.of(misses).compareTo(after) < 0) {
      return shown(Action.WARN, present, misses, 0, List.of(), reasons);
    }
    int to = ladder.down().oneStep() ? present - 1 : checks.highestMet(present - 1);
    return shown(Action.DOWNGRADE, to, 0, 0, List.of(), reasons);
  }

  private Climbed rise(TierChecks checks) {
    List<String> met =
        IntStream.rangeClosed(present + 1, topTier())
            .filter(checks::met)
            .mapToObj(this::name)
            .toList();
    List<String> each =
        before.rises() == 0 || begins
            ? met
            : met.stream().filter(before.rising()::contains).toList();
    // No tier was met in each of them: the count begins anew with this evaluation.
    int rises = begins || each.isEmpty() ? 1 : before.rises() + 1;
    List<String> rising = each.isEmpty() ? met : each;
    int target = index(rising.getLast());
    Reasons reasons = new Reasons();
    checks.explain(ladder.up().oneStep() ? index(met.getFirst()) : target, reasons);
    if (ladder.up().never()) {
      reasons.add(ladder.up().clause(), "never");
      return shown(Action.HOLD, present, 0, rises, rising, reasons);
    }
    Fraction after = subject.number(ladder.up().after()).orElse(Fraction.ONE);
    if (after.compareTo(Fraction.ONE) > 0) {
      reasons.add(ladder.up().clause(), rises + " >= " + after);
    }
    if (Fraction.of(rises).compareTo(after) < 0) {
      return shown(Action.HOLD, present, 0, rises, rising, reasons);
    }
    int to = ladder.up().oneStep() ? present + 1 : target;
    return shown(Action.UPGRADE, to, 0, 0, List.of(), reasons);
  }

  private Climbed notRated() {
    Reasons reasons = new Reasons();
    reasons.add(subject.scored().reasons());
    if (place != Standing.Place.IN) {
      return stays(Standing.Place.OUTSIDE, Action.NOT_RATED, reasons.text());
    }
    boolean reset =
        ladder.notRated() != Ladder.NotRated.PAUSE && ladder.notRated() != Ladder.NotRated.DROP;
    return shown(
        Action.NOT_RATED,
        present,
        reset ? 0 : before.misses(),
        reset ? 0 : before.rises(),
        reset ? List.of() : before.rising(),
        reasons);
  }

  private Climbed exited(String reasons) {
    return new Climbed(
        Action.EXIT,
        tierBefore(),
        "",
        overridden(""),
        Standing.Place.EXITED,
        0,
        0,
        List.of(),
        end,
        Standing.Protection.NONE,
        said(reasons),
        beneath(""));
  }

  /** Not on the ladder, and not let on. */
  private Climbed stays(Standing.Place where, Action action, String reasons) {
    return new Climbed(
        action,
        before.shown(),
        "",
        overridden(""),
        where,
        0,
        0,
        List.of(),
        where == Standing.Place.EXITED ? before.exitedOn() : null,
        Standing.Protection.NONE,
        said(reasons),
        beneath(""));
  }

  /** On the ladder in that tier, with protection and override lying over it (RULES 10). */
  private Climbed shown(
      Action action, int tier, int misses, int rises, List<String> rising, Reasons reasons) {
    boolean entered = begins || action == Action.ADMIT;
    boolean dropped = action == Action.NOT_RATED && ladder.notRated() == Ladder.NotRated.DROP;
    int visible = dropped ? -1 : tier;
    int held = action == Action.ADMIT ? tier : begins ? present : index(before.shownBeneath());
    Protecting.Shown shown = Protecting.of(ladder, subject, entered, visible, held);
    if (shown.holding()) {
      shown.explain(reasons);
    }
    String calculated = name(tier);
    return new Climbed(
        shown.holding() ? Action.PROTECTED : action,
        tierBefore(),
        calculated,
        overridden(name(shown.tier())),
        Standing.Place.IN,
        misses,
        rises,
        rising,
        null,
        shown.protection(),
        said(reasons.text()),
        beneath(name(shown.tier())));
  }

  private String overridden(String tier) {
    String stated = subject.candidate().given().tier();
    TierOverride override = subject.candidate().override();
    return stated != null ? stated : override != null ? override.tier() : tier;
  }

  private @Nullable String beneath(String tier) {
    return subject.candidate().override() == null ? null : tier;
  }

  /** An override is told of first. */
  private String said(String reasons) {
    TierOverride override = subject.candidate().override();
    return override == null ? reasons : new Reasons().add(override.reason()).add(reasons).text();
  }

  /** Who begins stood nowhere, but where an override showed it. */
  private String tierBefore() {
    return begins && before.beneath() == null ? name(present) : before.shown();
  }

  private Standing.Place placeBefore() {
    return before.place() == Standing.Place.IN ? Standing.Place.IN : Standing.Place.OUTSIDE;
  }

  /** After so many days; where the policy names none, only an override brings it back (RULES 1). */
  private boolean mayReturn() {
    LocalDate exitedOn = before.exitedOn();
    Fraction days = subject.number(ladder.readmitAfterDays()).orElse(null);
    if (days == null) {
      return subject.candidate().override() != null;
    }
    return exitedOn != null
        && Fraction.of(ChronoUnit.DAYS.between(exitedOn, end)).compareTo(days) >= 0;
  }

  private String exitBar() {
    LocalDate exitedOn = before.exitedOn();
    Clause clause = new Clause("ladder.readmit_after", ladder.clause().line());
    Fraction days = subject.number(ladder.readmitAfterDays()).orElse(null);
    return days == null || exitedOn == null
        ? Reasons.line(clause, "none")
        : Reasons.line(clause, ChronoUnit.DAYS.between(exitedOn, end) + " >= " + days);
  }

  private int topTier() {
    return ladder.tiers().size() - 1;
  }

  private int index(String tier) {
    for (int i = 0; i < ladder.tiers().size(); i++) {
      if (ladder.tiers().get(i).name().equals(tier)) {
        return i;
      }
    }
    return -1;
  }

  private String name(int tier) {
    return tier < 0 ? "" : ladder.tiers().get(tier).name();
  }
}
