package dev.partnerops.simulating;

import dev.partnerops.command.ExitCode;
import dev.partnerops.command.FailOn;
import dev.partnerops.command.Session;
import dev.partnerops.evaluating.EvaluationStore;
import dev.partnerops.evaluating.Evaluations;
import dev.partnerops.evaluating.OrderData;
import dev.partnerops.evaluating.PeriodChoice;
import dev.partnerops.evaluating.Policies;
import dev.partnerops.model.Fraction;
import dev.partnerops.model.Message;
import dev.partnerops.model.Period;
import dev.partnerops.model.ToolException;
import dev.partnerops.output.Column;
import dev.partnerops.output.ResultTable;
import dev.partnerops.programme.Programme;
import dev.partnerops.store.Store;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code watch}: projects open periods and lists who is on the way up, down, or out of a benefit
 * (SPEC section 6).
 */
@Command(name = "watch")
public final class WatchCommand implements Callable<Integer> {

  private static final List<Column> COLUMNS =
      List.of(
          Column.text("programme"),
          Column.text("segment"),
          Column.text("entity_id"),
          Column.text("role"),
          Column.text("name"),
          Column.text("period"),
          Column.text("finding"),
          Column.text("now"),
          Column.text("projected"),
          Column.text("limit"),
          Column.text("left"),
          Column.text("note"));

  private static final Pattern SHARE = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,6})?)(%?)");

  private final Session session;
  private final Map<ZoneId, LocalDate> days = new HashMap<>();
  private final Set<Message> notices = new LinkedHashSet<>();

  @Option(
      names = {"-p", "--programme"},
      paramLabel = "PROGRAMME",
      descriptionKey = "programme")
  private @Nullable String programme;

  @Option(names = "--period", paramLabel = "PERIOD", descriptionKey = "period")
  private @Nullable String period;

  @Option(names = "--entity", paramLabel = "ID", descriptionKey = "entity")
  private @Nullable String entity;

  @Option(names = "--near", paramLabel = "SHARE", defaultValue = "5%", descriptionKey = "near")
  private String near = "";

  @Option(names = "--places", paramLabel = "N", defaultValue = "3", descriptionKey = "places")
  private int places;

  @Mixin private FailOn failOn = new FailOn();

  public WatchCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    failOn.require(Arrays.stream(Finding.Kind.values()).map(Finding.Kind::word).toList());
    Open.Near measure = new Open.Near(share(), places());
    List<List<@Nullable Object>> rows = new ArrayList<>();
    boolean failed = false;
    boolean known = entity == null;
    try (Store store = session.openToRead("watch");
        EvaluationStore bench = EvaluationStore.open(session, store, store.lastBatch())) {
      for (Side side : sides(bench.programmes())) {
        Optional<Period> open = open(side);
        if (open.isEmpty() || isNotInForce(side, open.get())) {
          continue;
        }
        Evaluations.requireUnfrozen(bench.runs(), side.inForce(open.get()));
        Open seen = look(bench, side, open.get());
        known |=
            seen.later().decisions().stream()
                .anyMatch(decision -> decision.id().id().equals(entity));
        for (Finding finding : Watching.findings(seen, measure)) {
          if (entity == null || finding.id().id().equals(entity)) {
            rows.add(row(seen, finding));
            failed |= failOn.asks(finding.kind().word());
          }
        }
      }
    }
    if (!known) {
      throw new ToolException.Usage(
          Message.of("simulating.entity-unknown", String.valueOf(entity)));
    }
    notices.forEach(session::notice);
    session.print(new ResultTable(COLUMNS, rows));
    return failed ? ExitCode.FINDINGS : ExitCode.DONE;
  }

  private Fraction share() {
    Matcher share = SHARE.matcher(near.strip());
    if (share.matches()) {
      Fraction number = Fraction.of(new BigDecimal(share.group(1)));
      Fraction part = share.group(2).isEmpty() ? number : number.dividedBy(Fraction.of(100));
      if (part.compareTo(Fraction.ONE) <= 0) {
        return part;
      }
    }
    throw new ToolException.Usage(Message.of("simulating.near-unreadable", near));
  }

  private int places() {
    if (places < 0) {
      throw new ToolException.Usage(Message.of("simulating.places-below", places));
    }
    return places;
  }

  private List<Side> sides(Policies policies) {
    String asked = programme;
    if (asked != null) {
      List<Programme> editions = policies.find(asked);
      return List.of(Side.inForce(editions.getLast().id(), editions));
    }
    return policies.ids().stream().map(id -> Side.inForce(id, policies.ofWorkspace(id))).toList();
  }

  private LocalDate asOf(Side side) {
    return days.computeIfAbsent(side.editions().getLast().zone(), session::asOf);
  }

  /** The period asked for, which must be the open one; without one the open one, if any. */
  private Optional<Period> open(Side side) {
    Programme newest = side.editions().getLast();
    Optional<Period> open = Watching.findOpen(newest, asOf(side));
    String asked = period;
    if (asked != null) {
      Period meant = PeriodChoice.meant(side.editions(), asked);
      boolean isOpen = open.filter(meant::equals).isPresent();
      if (!isOpen && programme != null) {
        throw new ToolException.Usage(
            open.map(other ->
                    Message.of(
                        "simulating.not-open",
                        meant.label(),
                        side.programme(),
                        asOf(side),
                        other.label()))
                .orElseGet(
                    () -> Message.of("simulating.nothing-open", side.programme(), asOf(side))));
      }
      return open.filter(meant::equals);
    }
    if (open.isEmpty() && programme != null) {
      notices.add(Message.of("simulating.nothing-open", side.programme(), asOf(side)));
    }
    return open;
  }

  /** Said of the programme that was asked for; the others of a workspace are passed over. */
  private boolean isNotInForce(Side side, Period open) {
    boolean isNot = side.inForce(open).isEmpty();
    if (isNot && programme != null) {
      notices.add(Message.of("simulating.not-in-force", side.programme(), open.label()));
    }
    return isNot;
  }

  private Open look(EvaluationStore bench, Side side, Period open) {
    LocalDate asOf = asOf(side);
    // What others owe by the as-of day; the open period's end is yet to come.
    notices.addAll(
        bench
            .programmes()
            .owed(bench.runs(), side.inForce(open), Period.spanning(asOf, asOf), false));
    notices.addAll(OrderData.examine(bench, open, asOf, null));
    List<Message> taken = new ArrayList<>();
    Open seen = new Watching(bench, bench.trials(asOf)).look(side, open, taken);
    notices.addAll(taken);
    return seen;
  }

  private static List<@Nullable Object> row(Open open, Finding finding) {
    return Arrays.asList(
        open.programme(),
        orNothing(finding.segment()),
        orNothing(finding.id().id()),
        orNothing(finding.id().role()),
        orNothing(finding.name()),
        open.period().label(),
        finding.kind().word(),
        finding.now(),
        finding.projected(),
        finding.limit(),
        finding.left(),
        orNothing(finding.note()));
  }

  private static @Nullable String orNothing(String text) {
    return text.isEmpty() ? null : text;
  }
}
