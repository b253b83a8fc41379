package dev.partnerops.evaluating;

import dev.partnerops.command.Session;
import dev.partnerops.ledger.Run;
import dev.partnerops.ledger.RunStore;
import dev.partnerops.ledger.Source;
import dev.partnerops.metrics.Catalogue;
import dev.partnerops.metrics.CatalogueNames;
import dev.partnerops.model.Message;
import dev.partnerops.model.Period;
import dev.partnerops.model.ToolException;
import dev.partnerops.programme.Editions;
import dev.partnerops.programme.PolicyValues;
import dev.partnerops.programme.Programme;
import dev.partnerops.programme.ProgrammeReader;
import dev.partnerops.programme.Programmes;
import dev.partnerops.programme.References;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The programmes of a workspace, or those a stored run read, as an evaluation meets them. */
public final class Policies {

  private final Session session;
  private final CatalogueNames names;
  private final Map<String, Programme> stored = new HashMap<>();
  private @Nullable List<Source> files;
  private @Nullable Programmes programmes;

  /** Of the session's workspace. */
  Policies(Session session, Catalogue catalogue) {
    this.session = session;
    this.names = new CatalogueNames(catalogue);
  }

  /** Of a run that kept what it read: nothing is looked up in the workspace. */
  Policies(Session session, Catalogue catalogue, Run run, List<Source> sources, RunStore runs) {
    this(session, catalogue);
    List<Programme> read = new ArrayList<>();
    for (Source source : sources) {
      if (source.kind() == Source.Kind.PROGRAMME) {
        read.add(ProgrammeReader.read("run " + run.run(), source.content(), names));
      }
    }
    if (read.stream().noneMatch(programme -> programme.id().equals(run.programme()))) {
      read.addAll(asStored(run, runs));
    }
    programmes = Programmes.kept(read);
    files = sources.stream().filter(source -> source.kind() != Source.Kind.PROGRAMME).toList();
  }

  private Programmes programmes() {
    if (programmes == null) {
      programmes = Programmes.read(session.workspace().programmes(), names);
    }
    return programmes;
  }

  /** All editions of a programme by its id or file; the only one there is where none was named. */
  public List<Programme> find(@Nullable String asked) {
    if (asked != null) {
      return programmes().ids().contains(asked) ? programmes().editions(asked) : ofFile(asked);
    }
    List<String> ids = programmes().ids();
    if (ids.size() == 1) {
      return programmes().editions(ids.getFirst());
    }
    throw new ToolException.Usage(Message.of("evaluating.name-one", ids));
  }

  /** A file stands in for the edition of its number; what is no file is an unknown id. */
  private List<Programme> ofFile(String asked) {
    Path file = session.path(Path.of(asked));
    if (!Files.isRegularFile(file)) {
      return programmes().editions(asked);
    }
    programmes = Programmes.with(session.workspace().programmes(), file, names);
    return programmes.editions(Programmes.readFile(file, names).id());
  }

  /** All ids of the workspace, programmes that others read before those that read them. */
  public List<String> ids() {
    return programmes().ids();
  }

  /** The editions of the workspace; none where it has no such programme. */
  public List<Programme> ofWorkspace(String id) {
    return programmes().ids().contains(id) ? programmes().editions(id) : List.of();
  }

  /**
   * A file by itself, checked among the other programmes of the workspace, which stay what they
   * are; empty where there is no such file.
   */
  public Optional<Programme> findFile(String asked) {
    Path file = session.path(Path.of(asked));
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    Programmes.with(session.workspace().programmes(), file, names);
    return Optional.of(Programmes.readFile(file, asked, names));
  }

  /**
   * A policy with other values.
   *
   * @param values what to write at which path
   * @throws ToolException.Usage where its file has no plain value at a path
   * @throws ToolException.Policy where the values make it faulty
   */
  public Programme varied(Programme policy, Map<String, String> values) {
    return PolicyValues.with(policy, values, names);
  }

  /** The editions that may judge anybody in the period; none is a usage failure. */
  public Editions inForce(List<Programme> editions, Period period) {
    Editions inForce = Editions.inForce(editions, period);
    if (inForce.all().isEmpty()) {
      throw new ToolException.Usage(
          Message.of(
              "evaluating.not-in-force",
              editions.getLast().id(),
              period.label(),
              editions.getFirst().effective().from()));
    }
    return inForce;
  }

  /** The newest edition of every programme, by id. */
  public Map<String, Programme> latest() {
    Map<String, Programme> latest = new LinkedHashMap<>();
    for (String id : programmes().ids()) {
      latest.put(id, programmes().editions(id).getLast());
    }
    return latest;
  }

  /** The editions a stored run used, as it used them. */
  public List<Programme> asStored(Run run, RunStore runs) {
    List<Programme> editions = new ArrayList<>();
    for (String digest : run.policyDigests()) {
      editions.add(
          stored.computeIfAbsent(
              digest, each -> ProgrammeReader.read("run " + run.run(), runs.policy(each), names)));
    }
    editions.sort(Comparator.comparingInt(Programme::edition));
    return editions;
  }

  /**
   * What editions read beside themselves and rows: files of metrics and data sets, and the newest
   * edition of each programme they read, whose tiers and badges have an order.
   */
  List<Source> sources(List<Programme> editions) {
    if (files == null) {
      files = Sources.in(session.workspace());
    }
    List<Source> sources = new ArrayList<>(files);
    Set<String> others = new TreeSet<>();
    editions.forEach(edition -> others.addAll(References.programmesReadBy(edition)));
    for (String id : others) {
      Programme other = latest().get(id);
      if (other != null) {
        sources.add(new Source(Source.Kind.PROGRAMME, id, other.text()));
      }
    }
    return sources;
  }

  /**
   * Programmes that these read and that owe a run by the period's end: notices, or with {@code
   * strict} a failed precondition (RULES 34).
   */
  public List<Message> owed(
      RunStore runs, List<Programme> editions, Period period, boolean strict) {
    List<Message> owed = new ArrayList<>();
    for (Programme edition : editions) {
      for (String id : References.programmesReadBy(edition)) {
        Optional<Message> notice = owed(runs, id, period);
        notice.filter(message -> !owed.contains(message)).ifPresent(owed::add);
      }
    }
    if (strict && !owed.isEmpty()) {
      throw new ToolException.Precondition(owed.getFirst());
    }
    return owed;
  }

  private Optional<Message> owed(RunStore runs, String id, Period period) {
    Programme other = latest().get(id);
    if (other == null) {
      throw new ToolException.Policy(Message.of("evaluating.reads-unknown", id));
    }
    List<Run> approved = runs.approvedUntil(id, period.last());
    return other
        .calendar()
        .lastEnded(period.last())
        .filter(due -> approved.isEmpty() || !approved.getLast().period().equals(due))
        .map(due -> Message.of("evaluating.owes", id, due.label()));
  }
}
