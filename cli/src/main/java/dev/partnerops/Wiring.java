package dev.partnerops;

import dev.partnerops.approving.ApproveCommand;
import dev.partnerops.approving.CloseCommand;
import dev.partnerops.approving.OverrideCommand;
import dev.partnerops.approving.RejectCommand;
import dev.partnerops.auditing.CheckCommand;
import dev.partnerops.bookkeeping.LedgerCommand;
import dev.partnerops.checking.PolicyCommand;
import dev.partnerops.command.CommonOptions;
import dev.partnerops.command.ExitCode;
import dev.partnerops.command.OptionsCheck;
import dev.partnerops.command.Session;
import dev.partnerops.command.Surroundings;
import dev.partnerops.demo.CommandRunner;
import dev.partnerops.demo.DemoCommand;
import dev.partnerops.evaluating.BadgeCommand;
import dev.partnerops.evaluating.FeeCommand;
import dev.partnerops.evaluating.ScoreCommand;
import dev.partnerops.evaluating.SubsidyCommand;
import dev.partnerops.evaluating.TierCommand;
import dev.partnerops.explaining.ExplainCommand;
import dev.partnerops.generating.GenerateCommand;
import dev.partnerops.importing.DatasetsCommand;
import dev.partnerops.importing.HistoryCommand;
import dev.partnerops.importing.ImportCommand;
import dev.partnerops.metrics.MetricsCommand;
import dev.partnerops.metrics.QueryCommand;
import dev.partnerops.model.ToolException;
import dev.partnerops.nightly.NightlyCommand;
import dev.partnerops.output.AnswerWriter;
import dev.partnerops.output.ClosedPipeException;
import dev.partnerops.runs.RunsCommand;
import dev.partnerops.simulating.SimulateCommand;
import dev.partnerops.simulating.WatchCommand;
import dev.partnerops.workspace.DoctorCommand;
import dev.partnerops.workspace.InitCommand;
import dev.partnerops.workspace.StoreCommand;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.IExecutionStrategy;
import picocli.CommandLine.ParseResult;

/**
 * The whole object graph: the command tree over one session. Only what a command line names is
 * made.
 */
final class Wiring {

  /** Every command, in the order that help shows. */
  private static final Map<String, Function<Session, Object>> COMMANDS = commands();

  private final CommonOptions options = new CommonOptions();
  private final Session session;
  private final ErrorHandler errors;
  private final CommandLine commandLine;

  Wiring(Surroundings surroundings, PrintWriter out, PrintWriter err, String[] args) {
    session = new Session(surroundings, options, out, err);
    errors = new ErrorHandler(session);
    commandLine = new CommandLine(new Root(options)).setOut(out).setErr(err);
    Set<String> wanted = wanted(args);
    COMMANDS.forEach((name, make) -> {
      if (wanted.contains(name)) {
        commandLine.addSubcommand(name, make.apply(session));
      }
    });
    commandLine
        // Asked whether there is a console, Java loads one of its own.
        .setColorScheme(Help.defaultColorScheme(Help.Ansi.OFF))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExpandAtFiles(false)
        .setAbbreviatedOptionsAllowed(false)
        .setAllowSubcommandsAsOptionParameters(true)
        .setExecutionExceptionHandler(errors)
        .setParameterExceptionHandler(errors)
        .setExecutionStrategy(strategy());
  }

  private static Map<String, Function<Session, Object>> commands() {
    Map<String, Function<Session, Object>> commands = new LinkedHashMap<>();
    commands.put("init", InitCommand::new);
    commands.put("demo", session -> new DemoCommand(session, runner(session)));
    commands.put("generate", GenerateCommand::new);
    commands.put("datasets", DatasetsCommand::new);
    commands.put("import", ImportCommand::new);
    commands.put("check", CheckCommand::new);
    commands.put("history", HistoryCommand::new);
    commands.put("metrics", MetricsCommand::new);
    commands.put("query", QueryCommand::new);
    commands.put("policy", PolicyCommand::new);
    commands.put("score", ScoreCommand::new);
    commands.put("tier", TierCommand::new);
    commands.put("badge", BadgeCommand::new);
    commands.put("subsidy", SubsidyCommand::new);
    commands.put("fee", FeeCommand::new);
    commands.put("explain", ExplainCommand::new);
    commands.put("simulate", SimulateCommand::new);
    commands.put("watch", WatchCommand::new);
    commands.put("approve", ApproveCommand::new);
    commands.put("reject", RejectCommand::new);
    commands.put("override", OverrideCommand::new);
    commands.put("close", CloseCommand::new);
    commands.put("runs", RunsCommand::new);
    commands.put("ledger", LedgerCommand::new);
    commands.put("nightly", session -> new NightlyCommand(session, ErrorHandler::exitCode));
    commands.put("store", StoreCommand::new);
    commands.put("doctor", DoctorCommand::new);
    return commands;
  }

  /**
   * Making a command costs some milliseconds: those that are named, none for the version alone,
   * else all, for help and for the words of whoever mistypes one.
   */
  private static Set<String> wanted(String[] args) {
    if (args.length == 1 && args[0].equals(Root.VERSION)) {
      return Set.of();
    }
    Set<String> named = new HashSet<>(Arrays.asList(args));
    named.retainAll(COMMANDS.keySet());
    return named.isEmpty() ? COMMANDS.keySet() : named;
  }

  /** Another command line in the same surroundings. */
  private static CommandRunner runner(Session session) {
    return (words, out, err) -> {
      String[] args = words.toArray(String[]::new);
      return new Wiring(session.surroundings(), out, err, args).run(args);
    };
  }

  private IExecutionStrategy strategy() {
    return parsed -> {
      try {
        OptionsCheck.require(options, session.surroundings().environment());
      } catch (ToolException refused) {
        return errors.handle(refused);
      }
      ParseResult last = parsed;
      while (last.hasSubcommand()) {
        last = last.subcommand();
      }
      boolean lacksSubcommand = last.commandSpec().userObject() instanceof Runnable;
      boolean root = last.commandSpec().userObject() instanceof Root;
      if (last.isUsageHelpRequested()
          || lacksSubcommand
          || (root && !parsed.isVersionHelpRequested())) {
        HelpPages.bind(commandLine, session.messages().locale(), "");
        HelpPages.show(last.commandSpec().commandLine(), session.out());
        return last.isUsageHelpRequested() || root ? ExitCode.DONE : ExitCode.USAGE;
      }
      return new CommandLine.RunLast().execute(parsed);
    };
  }

  CommandLine commandLine() {
    return commandLine;
  }

  /** Runs a command line and gives its exit code; whatever goes wrong is said on stderr. */
  int run(String[] args) {
    try {
      int code = commandLine.execute(args);
      if (code == ExitCode.DONE) {
        AnswerWriter.requireWritten(session.out());
      }
      return code;
    } catch (ToolException | ClosedPipeException | OutOfMemoryError | StackOverflowError failure) {
      return errors.handle(failure);
    }
  }
}
