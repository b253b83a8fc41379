package dev.partnerops.evaluating;

import dev.partnerops.deciding.Evaluation;
import dev.partnerops.deciding.Values;
import dev.partnerops.model.Value;
import dev.partnerops.paying.Holding;
import dev.partnerops.programme.Editions;
import dev.partnerops.programme.Grant;
import dev.partnerops.programme.Programme;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.Predicate;

/**
 * By which {@code claw_back} a holding is judged (RULES 21): that of the edition which judges its
 * entity today, else of the newest in force that has the benefit, else of the edition that granted
 * it. An edition in force that has the benefit without a {@code claw_back} leaves it alone.
 */
public final class ClawBackTerms {

  private final Editions inForce;
  private final LongFunction<List<Programme>> ofRun;
  private final Predicate<Holding> isPaidOut;

  /** The benefits in force, and whether any edition claws them back. */
  private final Map<String, Boolean> granted = new HashMap<>();

  /**
   * The terms at one evaluation.
   *
   * @param ofRun the editions that a run used
   * @param isPaidOut whether it is in a payout file
   */
  public ClawBackTerms(
      Editions inForce, LongFunction<List<Programme>> ofRun, Predicate<Holding> isPaidOut) {
    this.inForce = inForce;
    this.ofRun = ofRun;
    this.isPaidOut = isPaidOut;
    inForce.all().stream()
        .flatMap(edition -> edition.allInstruments().stream())
        .flatMap(instruments -> instruments.grants().stream())
        .forEach(
            grant -> granted.merge(grant.benefit(), grant.clawBack() != null, Boolean::logicalOr));
  }

  /** A grant with a {@code claw_back}, and the edition it stands in. */
  public record Terms(Programme edition, Grant grant) {}

  /**
   * The benefits of which something may be clawed back: those an edition in force says it of, and
   * those that no edition in force has any more.
   *
   * @param booked the benefits of which something was booked
   */
  public Set<String> benefits(Set<String> booked) {
    Set<String> benefits = new HashSet<>(booked);
    benefits.removeAll(granted.keySet());
    granted.forEach((benefit, clawsBack) -> {
      if (clawsBack) {
        benefits.add(benefit);
      }
    });
    return benefits;
  }

  /**
   * Whether what is in a payout file may matter: where some is clawed back only while it is in
   * none, or was granted by editions that are in force no more.
   *
   * @param booked the benefits of which something was booked
   */
  boolean hangsOnPayouts(Set<String> booked) {
    return !granted.keySet().containsAll(booked)
        || inForce.all().stream()
            .flatMap(edition -> edition.allInstruments().stream())
            .flatMap(instruments -> instruments.grants().stream())
            .map(Grant::clawBack)
            .anyMatch(clawBack -> clawBack != null && !clawBack.isUnlimited());
  }

  /** The editions that may judge it and are not in force any more. */
  List<Programme> ended(Holding holding) {
    return granted.containsKey(holding.benefit()) ? List.of() : ofRun.apply(holding.run());
  }

  /**
   * Empty where it is not judged at this evaluation.
   *
   * @param fields of who holds it, as they are today
   */
  public Optional<Terms> find(
      Holding holding, Evaluation evaluation, Function<String, Value> fields) {
    List<Programme> editions = new ArrayList<>();
    inForce.of(holding.id(), fields).ifPresent(editions::add);
    editions.addAll(inForce.all().reversed());
    editions.addAll(ended(holding).reversed());
    for (Programme edition : editions) {
      Optional<Grant> grant =
          edition.entity().equals(holding.entityKind())
              ? grant(edition, holding.benefit(), fields)
              : Optional.empty();
      if (grant.isPresent()) {
        return terms(edition, grant.orElseThrow(), holding, evaluation.end());
      }
    }
    return Optional.empty();
  }

  /** Of its segment today, else of any. */
  private static Optional<Grant> grant(
      Programme edition, String benefit, Function<String, Value> fields) {
    String by = edition.segmentBy();
    Value segment = by == null ? Value.missing() : fields.apply(by);
    return edition
        .instrumentsOf(segment.isMissing() ? "" : Values.text(segment))
        .findGrant(benefit)
        .or(() ->
            edition.allInstruments().stream()
                .flatMap(instruments -> instruments.findGrant(benefit).stream())
                .findFirst());
  }

  private Optional<Terms> terms(Programme edition, Grant grant, Holding holding, LocalDate end) {
    Grant.ClawBack clawBack = grant.clawBack();
    boolean isJudged =
        clawBack != null
            && clawBack.isJudged(holding.bookedOn(), end)
            && (clawBack.isUnlimited() || !isPaidOut.test(holding));
    return isJudged ? Optional.of(new Terms(edition, grant)) : Optional.empty();
  }
}
