package dev.partnerops.simulating;

import dev.partnerops.command.ExitCode;
import dev.partnerops.command.Session;
import dev.partnerops.evaluating.EvaluationStore;
import dev.partnerops.evaluating.Evaluations;
import dev.partnerops.evaluating.OrderData;
import dev.partnerops.evaluating.Policies;
import dev.partnerops.evaluating.Trials;
import dev.partnerops.model.Message;
import dev.partnerops.model.Period;
import dev.partnerops.model.ToolException;
import dev.partnerops.output.Format;
import dev.partnerops.output.ResultTable;
import dev.partnerops.programme.Programme;
import dev.partnerops.store.Store;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code simulate}: a policy tried on past periods before it is made, beside the policy in force
 * (SPEC section 6).
 */
@Command(name = "simulate")
public final class SimulateCommand implements Callable<Integer> {

  /** Of a terminal's columns. */
  private static final int BAR_SHARE = 5;

  private final Session session;

  @Option(
      names = {"-p", "--programme"},
      paramLabel = "PROGRAMME",
      descriptionKey = "programme")
  private @Nullable String programme;

  @Option(names = "--periods", required = true, paramLabel = "PERIODS", descriptionKey = "periods")
  private String periods = "";

  @Option(names = "--against", paramLabel = "PROGRAMME", descriptionKey = "against")
  private @Nullable String against;

  @Option(names = "--vary", paramLabel = "PATH=VALUES", descriptionKey = "vary")
  private List<String> vary = List.of();

  @Option(names = "--details", descriptionKey = "details")
  private boolean details;

  public SimulateCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    List<Vary> varied = vary.stream().map(Vary::read).toList();
    if (details && !varied.isEmpty()) {
      throw new ToolException.Usage(Message.of("simulating.details-or-vary"));
    }
    List<Map<String, String>> grid = Vary.grid(varied);
    try (Store store = session.openToRead("simulate");
        EvaluationStore bench = EvaluationStore.open(session, store, store.lastBatch())) {
      Policies policies = bench.programmes();
      Programme candidate = candidate(policies);
      Side inForce = inForce(policies, candidate);
      Evaluations.requireUnfrozen(bench.runs(), inForce.editions());
      LocalDate asOf = session.asOf(candidate.zone());
      Simulation simulation =
          new Simulation(bench.trials(asOf), new PeriodList(candidate, asOf).read(periods));
      say(bench, simulation, inForce, candidate, asOf);
      Map<Map<String, String>, Programme> others = new LinkedHashMap<>();
      if (!varied.isEmpty()) {
        grid.forEach(values -> others.put(values, with(policies, candidate, values)));
      }
      List<Outcomes> before = simulation.play(inForce);
      session.print(
          varied.isEmpty()
              ? compared(policies, simulation, before, candidate)
              : sensitivity(policies, simulation, before, varied, others));
    }
    return ExitCode.DONE;
  }

  private Programme candidate(Policies policies) {
    String asked = programme;
    return asked == null || policies.ids().contains(asked)
        ? policies.find(asked).getLast()
        : policies.findFile(asked).orElseGet(() -> policies.find(asked).getLast());
  }

  private Side inForce(Policies policies, Programme candidate) {
    String asked = against;
    if (asked == null) {
      return Side.inForce(candidate.id(), policies.ofWorkspace(candidate.id()));
    }
    Optional<Programme> file =
        policies.ids().contains(asked) ? Optional.empty() : policies.findFile(asked);
    Side side =
        file.map(other -> Side.candidate(other, policies.ofWorkspace(other.id())))
            .orElseGet(() -> Side.inForce(asked, policies.find(asked)));
    if (!side.entity().equals(candidate.entity())) {
      throw new ToolException.Usage(
          Message.of(
              "simulating.other-entity",
              candidate.id(),
              candidate.entity().word(),
              side.programme(),
              side.entity().word()));
    }
    return side;
  }

  /** What a reader of the answer must know, on stderr. */
  private void say(
      EvaluationStore bench,
      Simulation simulation,
      Side inForce,
      Programme candidate,
      LocalDate asOf) {
    Set<Message> notices = new LinkedHashSet<>();
    List<Period> played = simulation.periods();
    Trials trials = bench.trials(asOf);
    for (String id : new LinkedHashSet<>(List.of(inForce.programme(), candidate.id()))) {
      trials
          .findBefore(id, played.getFirst())
          .filter(run -> !run.period().equals(played.getFirst().plus(-1)))
          .ifPresent(run ->
              notices.add(
                  Message.of("simulating.begins-after", id, run.period().label(), run.run())));
    }
    for (Period period : played) {
      if (inForce.inForce(period).isEmpty()) {
        notices.add(Message.of("simulating.none-in-force", inForce.programme(), period.label()));
      }
      notices.addAll(bench.programmes().owed(bench.runs(), List.of(candidate), period, false));
      if (asOf.isBefore(period.last())) {
        notices.add(Message.of("simulating.not-over", period.label(), asOf));
      }
    }
    notices.addAll(OrderData.examine(bench, played.getLast(), asOf, null));
    notices.forEach(session::notice);
  }

  private ResultTable compared(
      Policies policies, Simulation simulation, List<Outcomes> before, Programme candidate) {
    List<List<Pair>> pairs = Simulation.compare(before, simulation.play(side(policies, candidate)));
    return details
        ? Details.of(simulation.periods(), pairs)
        : Summary.of(simulation.periods(), pairs);
  }

  private static Side side(Policies policies, Programme candidate) {
    return Side.candidate(candidate, policies.ofWorkspace(candidate.id()));
  }

  /** All of them before any is played: a fault is told at once. */
  private static Programme with(
      Policies policies, Programme candidate, Map<String, String> values) {
    try {
      return policies.varied(candidate, values);
    } catch (ToolException.Policy faulty) {
      throw faulty(values, faulty);
    }
  }

  private ResultTable sensitivity(
      Policies policies,
      Simulation simulation,
      List<Outcomes> before,
      List<Vary> varied,
      Map<Map<String, String>, Programme> others) {
    Sensitivity table = new Sensitivity(varied.stream().map(Vary::path).toList());
    others.forEach((values, other) -> {
      try {
        List<Outcomes> after = simulation.play(side(policies, other));
        table.add(values, Simulation.compare(before, after), after.getLast(), tiers(other));
      } catch (ToolException.Policy faulty) {
        throw faulty(values, faulty);
      }
    });
    boolean drawn = session.format() == Format.TABLE;
    return table.table(drawn ? session.surroundings().columns() / BAR_SHARE : 0);
  }

  private static List<String> tiers(Programme programme) {
    return programme.allInstruments().reversed().stream()
        .flatMap(instruments -> instruments.tiers().stream())
        .distinct()
        .toList();
  }

  private static ToolException faulty(Map<String, String> values, ToolException.Policy faulty) {
    List<String> written =
        values.entrySet().stream().map(value -> value.getKey() + "=" + value.getValue()).toList();
    return new ToolException.Policy(
        Message.of("simulating.vary-faulty", String.join(", ", written), faulty.text()));
  }
}
