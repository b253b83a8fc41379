package dev.partnerops.evaluating;

import dev.partnerops.deciding.Evaluation;
import dev.partnerops.deciding.Values;
import dev.partnerops.ledger.BookedEntries;
import dev.partnerops.model.Value;
import dev.partnerops.paying.Holding;
import dev.partnerops.programme.Editions;
import dev.partnerops.programme.Grant;
import dev.partnerops.programme.Programme;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
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

  /** The benefits in force, and by what they are clawed back. */
  private final Map<String, List<Grant.ClawBack>> granted = new HashMap<>();

  private final List<Programme> newestFirst;
  private final Map<Long, List<Programme>> endedFirst = new HashMap<>();

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
    this.newestFirst = inForce.all().reversed();
    for (Grant grant : grants(newestFirst)) {
      List<Grant.ClawBack> clawBacks =
          granted.computeIfAbsent(grant.benefit(), benefit -> new ArrayList<>());
      if (grant.clawBack() != null) {
        clawBacks.add(grant.clawBack());
      }
    }
  }

  private static List<Grant> grants(List<Programme> editions) {
    return editions.stream()
        .flatMap(edition -> edition.allInstruments().stream())
        .flatMap(instruments -> instruments.grants().stream())
        .toList();
  }

  /** A grant with a {@code claw_back}, and the edition it stands in. */
  public record Terms(Programme edition, Grant grant) {}

  /** What is held that an evaluation may judge, by entry. */
  public List<Holding> holdings(BookedEntries booked, Evaluation evaluation) {
    boolean isNone =
        granted.keySet().containsAll(booked.benefits())
            && granted.values().stream().allMatch(List::isEmpty);
    return isNone
        ? List.of()
        : booked.holdings((benefit, bookedOn) ->
            bookedOn.isBefore(evaluation.period().first())
                && isInTime(benefit, bookedOn, evaluation.end()));
  }

  private boolean isInTime(String benefit, LocalDate bookedOn, LocalDate end) {
    List<Grant.ClawBack> clawBacks = granted.get(benefit);
    // Of a benefit that has ended, the edition which granted it has to say.
    return clawBacks == null || clawBacks.stream().anyMatch(each -> each.isJudged(bookedOn, end));
  }

  /**
   * Whether what is in a payout file may matter: where some is clawed back only while it is in
   * none, or was granted by editions that are in force no more.
   *
   * @param booked the benefits of which something was booked
   */
  boolean hangsOnPayouts(Set<String> booked) {
    return !granted.keySet().containsAll(booked)
        || granted.values().stream()
            .flatMap(List::stream)
            .anyMatch(clawBack -> !clawBack.isUnlimited());
  }

  /** The editions that granted it, the newest first, where none in force has the benefit. */
  List<Programme> ended(Holding holding) {
    return granted.containsKey(holding.benefit())
        ? List.of()
        : endedFirst.computeIfAbsent(holding.run(), run -> ofRun.apply(run).reversed());
  }

  /**
   * Empty where it is not judged at this evaluation.
   *
   * @param fields of who holds it, as they are today
   */
  public Optional<Terms> find(
      Holding holding, Evaluation evaluation, Function<String, Value> fields) {
    if (!newestFirst.getFirst().entity().equals(holding.entityKind())) {
      // Of a programme that is about other entities now.
      return Optional.empty();
    }
    List<Programme> editions = new ArrayList<>();
    inForce.of(holding.id(), fields).ifPresent(editions::add);
    editions.addAll(newestFirst);
    editions.addAll(ended(holding));
    for (Programme edition : editions) {
      Optional<Grant> grant = grant(edition, holding.benefit(), fields);
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
