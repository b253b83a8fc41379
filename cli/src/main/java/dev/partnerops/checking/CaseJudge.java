package dev.partnerops.checking;

import dev.partnerops.deciding.Candidate;
import dev.partnerops.deciding.Evaluation;
import dev.partnerops.deciding.Given;
import dev.partnerops.deciding.Judgement;
import dev.partnerops.deciding.Population;
import dev.partnerops.deciding.ProgrammeJudge;
import dev.partnerops.deciding.Subject;
import dev.partnerops.deciding.Values;
import dev.partnerops.evaluating.ClawBackTerms;
import dev.partnerops.ledger.BookedEntries;
import dev.partnerops.model.EntityId;
import dev.partnerops.model.EntityKind;
import dev.partnerops.model.Message;
import dev.partnerops.model.Money;
import dev.partnerops.model.Period;
import dev.partnerops.model.ToolException;
import dev.partnerops.model.Value;
import dev.partnerops.paying.Held;
import dev.partnerops.paying.PayInput;
import dev.partnerops.paying.Paymaster;
import dev.partnerops.programme.Calendar;
import dev.partnerops.programme.Editions;
import dev.partnerops.programme.Fee;
import dev.partnerops.programme.Instruments;
import dev.partnerops.programme.Metric;
import dev.partnerops.programme.MetricUses;
import dev.partnerops.programme.PolicyTest;
import dev.partnerops.programme.Programme;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Judges the steps of one case with the code that judges runs. What is stated of an entity takes
 * the place of what would be measured.
 */
final class CaseJudge {

  private final List<Programme> editions;
  private final Function<String, Optional<Programme>> policies;
  private final @Nullable KnownEntities rows;
  private final Map<Integer, MetricUses> uses = new HashMap<>();
  private final TestState state = new TestState();
  private final Map<EntityId, Asked> asked = new LinkedHashMap<>();
  private @Nullable Period last;

  /** What was imported for a case, measured for one edition at one evaluation. */
  interface KnownEntities {

    /** All entities of the edition's kind. */
    List<Known> measure(Programme edition, Evaluation evaluation);
  }

  /**
   * Of a case that begins.
   *
   * @param editions of the programme that may judge, by number
   * @param policies the newest edition of other programmes
   * @param rows absent of a case that states everything
   */
  CaseJudge(
      List<Programme> editions,
      Function<String, Optional<Programme>> policies,
      @Nullable KnownEntities rows) {
    this.editions = editions;
    this.policies = policies;
    this.rows = rows;
    editions.forEach(edition -> uses.put(edition.edition(), MetricUses.of(edition)));
  }

  List<Programme> editions() {
    return editions;
  }

  /** Metrics and their names, by edition. */
  MetricUses uses(Programme edition) {
    MetricUses known = uses.get(edition.edition());
    return known == null ? MetricUses.of(edition) : known;
  }

  /** The period of a step: its own, or the one after the step before. */
  private Period period(PolicyTest.Step step) {
    Period own = step.period();
    Period before = last;
    if (own != null) {
      return Editions.meant(editions, own).orElseThrow(() -> foreign(own));
    }
    if (before == null) {
      throw new IllegalStateException("the first step has a period");
    }
    return before.plus(1);
  }

  private ToolException.Policy foreign(Period period) {
    Programme newest = editions.getLast();
    Calendar calendar = newest.calendar();
    return fault(
        Message.of(
            "checking.period-foreign",
            period.label(),
            newest.id(),
            calendar.containing(period.last()).or(calendar::first).map(Period::label).orElse("")));
  }

  /**
   * Judges a step; it counts when it is approved.
   *
   * @throws ToolException.Policy where a value brings a fault of the policy to light
   */
  Played play(PolicyTest.Step step) {
    Period period = period(step);
    LocalDate asOf = step.asOf() == null ? period.last() : step.asOf();
    if (asOf.isBefore(period.first())) {
      throw fault(Message.of("checking.as-of", asOf, period.label()));
    }
    Editions inForce = Editions.inForce(editions, period);
    if (inForce.all().isEmpty()) {
      throw fault(Message.of("checking.not-in-force", editions.getLast().id(), period.label()));
    }
    TestHistory history =
        new TestHistory(
            editions.getLast().id(), state.recorded(), state.others(), policies, period.last());
    asked.clear();
    List<Player> players = new ArrayList<>();
    Map<EntityId, List<Player>> all = new HashMap<>();
    for (Programme edition : inForce.all()) {
      Evaluation evaluation = evaluation(edition, period, asOf);
      for (Cast cast : cast(step, edition, evaluation)) {
        boolean own =
            inForce
                .of(cast.id(), field -> valueOf(cast.fields().get(field)))
                .filter(each -> each.edition() == edition.edition())
                .isPresent();
        if (own) {
          asked.put(cast.id(), cast.asked());
          player(cast, edition, evaluation, history).ifPresent(players::add);
        } else {
          asked.putIfAbsent(cast.id(), cast.asked());
        }
        all.computeIfAbsent(cast.id(), id -> new ArrayList<>()).add(bystander(cast, edition));
      }
    }
    players.sort(Comparator.comparing(player -> player.candidate().id()));
    List<Judgement> judgements = new ArrayList<>();
    for (Programme edition : inForce.all()) {
      List<Player> own =
          players.stream().filter(each -> each.edition().edition() == edition.edition()).toList();
      judgements.add(
          ProgrammeJudge.judge(
              TestInput.of(edition, evaluation(edition, period, asOf), own, history, Set.of())));
    }
    last = period;
    BookedEntries booked = state.booked(editions);
    List<Held> held =
        new TestHoldings(
                new ClawBackTerms(inForce, state::editionsOf, holding -> false), judgements, all)
            .held(booked, evaluation(inForce.all().getLast(), period, asOf), history);
    return new Played(
        period,
        history,
        judgements,
        Paymaster.pay(new PayInput(judgements, booked, List.of(), held)),
        players);
  }

  /** What the last step asked and nobody gave, of all who might have been judged. */
  Map<EntityId, Asked> asked() {
    return asked;
  }

  /** The step counts: the next one begins where it ended. */
  void approve(Played played) {
    state.approve(played.judgements(), played.payments(), played.period());
    played.history().keep(state);
  }

  private static Value valueOf(@Nullable Value value) {
    return value == null ? Value.missing() : value;
  }

  static ToolException.Policy fault(Message what) {
    return new ToolException.Policy(what);
  }

  private static Evaluation evaluation(Programme edition, Period period, LocalDate asOf) {
    return new Evaluation(period, asOf, edition.calendar().evaluationDay(period));
  }

  /** Who might be judged: an entity of the step with what is known of it. */
  private record Cast(
      EntityId id,
      String name,
      Map<String, Value> fields,
      Map<Metric, Value> metrics,
      PolicyTest.Facts facts,
      Asked asked) {}

  private List<Cast> cast(PolicyTest.Step step, Programme edition, Evaluation evaluation) {
    List<Cast> casts = new ArrayList<>();
    KnownEntities imported = rows;
    if (imported == null) {
      Map<String, PolicyTest.Facts> stated =
          step.named() ? step.entities() : Map.of("", step.facts());
      stated.forEach((id, facts) -> casts.add(stated(id, edition, facts)));
      return casts;
    }
    for (Known known : imported.measure(edition, evaluation)) {
      PolicyTest.Facts facts = step.entities().getOrDefault(known.id().id(), step.facts());
      Asked asked = new Asked();
      Map<String, Value> fields = new LinkedHashMap<>(known.fields());
      facts.fields().forEach((name, fact) -> fields.put(name, fact.value()));
      Map<Metric, Value> metrics = new LinkedHashMap<>(known.metrics());
      metrics.putAll(TestInput.metrics(uses(edition), facts));
      casts.add(new Cast(known.id(), known.name(), asked.watching(fields), metrics, facts, asked));
    }
    return casts;
  }

  private Cast stated(String id, Programme edition, PolicyTest.Facts facts) {
    Map<String, Value> fields = new LinkedHashMap<>();
    facts.fields().forEach((name, fact) -> fields.put(name, fact.value()));
    EntityKind kind = edition.entity();
    String key = edition.fields().key();
    String own = !id.isEmpty() ? id : text(fields.get(key)).orElse(Entity.UNNAMED);
    fields.putIfAbsent(key, Value.ofText(own));
    Entity.derive(kind, own, fields);
    String role = kind.equals(EntityKind.PROVIDER) ? text(fields.get("role")).orElse("") : "";
    Asked asked = new Asked();
    return new Cast(
        new EntityId(own, role),
        text(fields.get("name")).orElse(own),
        asked.watching(fields),
        TestInput.metrics(uses(edition), facts),
        facts,
        asked);
  }

  private static Optional<String> text(@Nullable Value value) {
    return value == null || value.isMissing() ? Optional.empty() : Optional.of(Values.text(value));
  }

  /** Empty where {@code where} leaves it out: its standing waits. */
  private Optional<Player> player(
      Cast cast, Programme edition, Evaluation evaluation, TestHistory history) {
    Map<Metric, Value> metrics = new LinkedHashMap<>(cast.metrics());
    Instruments instruments = instruments(cast, edition);
    PolicyTest.FeeBase feeBase = cast.facts().feeBase();
    Fee fee = instruments.fee();
    if (feeBase != null && fee != null) {
      metrics.put(fee.base().metric(), new Value.Numeric(feeBase.after()));
    }
    Period before = evaluation.period().plus(-1);
    boolean begins = !state.knows(cast.id());
    if (begins) {
      state.begin(cast.id(), cast.facts().before(), instruments, before);
    }
    PolicyTest.Fact score = cast.facts().score();
    PolicyTest.Fact badge = cast.facts().badge();
    PolicyTest.Fact tier = cast.facts().tier();
    Candidate candidate =
        new Candidate(
            cast.id(),
            cast.name(),
            cast.fields(),
            state.standing(cast.id()),
            null,
            new Given(
                score == null ? null : score.value().findNumber().orElse(null),
                badge == null ? null : text(badge.value()).orElse(""),
                tier == null ? null : text(tier.value()).orElse(""),
                metrics));
    Player player = new Player(edition, uses(edition), candidate, cast.facts(), cast.asked());
    history.add(player);
    if (!Population.isInside(edition, evaluation, candidate)) {
      return Optional.empty();
    }
    if (feeBase != null) {
      state.feeBefore(edition, cast.id(), Money.rounded(feeBase.before()), before);
    }
    if (begins && !cast.facts().before().granted().isEmpty()) {
      bookGranted(player, evaluation(edition, before, before.last()), history);
    }
    return Optional.of(player);
  }

  /** Who holds a grant is asked about it whether it is judged or not (RULES 21). */
  private Player bystander(Cast cast, Programme edition) {
    Candidate candidate =
        new Candidate(
            cast.id(),
            cast.name(),
            cast.fields(),
            state.standing(cast.id()),
            null,
            new Given(null, null, null, cast.metrics()));
    return new Player(edition, uses(edition), candidate, cast.facts(), cast.asked());
  }

  private static Instruments instruments(Cast cast, Programme edition) {
    String by = edition.segmentBy();
    return edition.instrumentsOf(by == null ? "" : text(cast.fields().get(by)).orElse(""));
  }

  private void bookGranted(Player player, Evaluation before, TestHistory history) {
    player
        .asked()
        .unheard(() -> {
          Judgement judgement =
              ProgrammeJudge.judge(
                  TestInput.of(player.edition(), before, List.of(player), history, Set.of()));
          for (Subject subject : judgement.subjects()) {
            state.grantBefore(subject, player.facts().before().granted(), before.period());
          }
        });
  }
}
