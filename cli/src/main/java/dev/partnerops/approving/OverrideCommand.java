package dev.partnerops.approving;

import dev.partnerops.command.ExitCode;
import dev.partnerops.command.Session;
import dev.partnerops.ledger.OverrideStore;
import dev.partnerops.ledger.StandingOverride;
import dev.partnerops.model.Message;
import dev.partnerops.model.ToolException;
import dev.partnerops.store.Store;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code override ENTITY_ID}: proposes a tier set by hand, or an entity left out; without an entity
 * lists what was proposed (RULES 51, 10, 1).
 */
@Command(name = "override")
public final class OverrideCommand implements Callable<Integer> {

  private final Session session;

  @Parameters(arity = "0..1", paramLabel = "ENTITY_ID", descriptionKey = "entity")
  private @Nullable String entity;

  @Option(
      names = {"-p", "--programme"},
      paramLabel = "PROGRAMME",
      descriptionKey = "programme")
  private @Nullable String programme;

  @Option(names = "--role", paramLabel = "ROLE", descriptionKey = "role")
  private @Nullable String role;

  @Option(names = "--tier", paramLabel = "TIER", descriptionKey = "tier")
  private @Nullable String tier;

  @Option(names = "--exclude", descriptionKey = "exclude")
  private boolean exclude;

  @Option(names = "--reason", paramLabel = "TEXT", descriptionKey = "reason")
  private @Nullable String reason;

  @Option(names = "--until", paramLabel = "DAY", descriptionKey = "until")
  private @Nullable LocalDate until;

  @Option(names = "--by", paramLabel = "NAME", descriptionKey = "by")
  private @Nullable String by;

  public OverrideCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    List<StandingOverride> shown = entity == null ? listed() : List.of(proposed(entity));
    session.print(OverrideTable.of(shown));
    return ExitCode.DONE;
  }

  private List<StandingOverride> listed() {
    if (exclude || Stream.of(role, tier, reason, until, by).anyMatch(Objects::nonNull)) {
      throw new ToolException.Usage(Message.of("approving.override-whom"));
    }
    try (Store store = session.openToRead("override")) {
      return new OverrideStore(store.sql()).list(programme == null ? "" : programme);
    }
  }

  private StandingOverride proposed(String id) {
    if (exclude == (tier != null)) {
      throw new ToolException.Usage(Message.of("approving.override-what"));
    }
    OverrideProposals.Asked asked =
        new OverrideProposals.Asked(
            id,
            programme,
            role == null ? "" : role,
            tier,
            required("--reason", reason),
            required("--until", until),
            required("--by", by));
    try (Store store = session.openToWrite("override")) {
      return new OverrideProposals(session).propose(store, asked);
    }
  }

  private static <T> T required(String option, @Nullable T given) {
    if (given == null) {
      throw new ToolException.Usage(Message.of("approving.override-needs", option));
    }
    return given;
  }
}
