package dev.partnerops;

import dev.partnerops.command.ExitCode;
import dev.partnerops.command.Session;
import dev.partnerops.model.Message;
import dev.partnerops.model.Nearest;
import dev.partnerops.model.ToolException;
import dev.partnerops.output.ClosedPipeException;
import dev.partnerops.store.StoreFailures;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Every failure becomes one line on stderr and an exit code here, and nowhere else (SPEC section 6,
 * RULES 24).
 */
final class ErrorHandler implements IExecutionExceptionHandler, IParameterExceptionHandler {

  private final Session session;

  ErrorHandler(Session session) {
    this.session = session;
  }

  @Override
  public int handleExecutionException(
      Exception failure, CommandLine commandLine, ParseResult parseResult) {
    return handle(failure);
  }

  /** Says what happened and gives the code to end with. */
  int handle(Throwable failure) {
    if (failure instanceof ClosedPipeException) {
      return exitCode(failure);
    }
    if (failure instanceof OutOfMemoryError) {
      session.notice(Message.of("command.out-of-memory"));
      return exitCode(failure);
    }
    Optional<ToolException> known = known(failure);
    known
        .map(ToolException::texts)
        .orElseGet(() -> List.of(Message.of("command.unexpected", failure)))
        .forEach(session::notice);
    if (session.verbose()) {
      failure.printStackTrace(session.err());
    }
    return exitCode(failure);
  }

  private static Optional<ToolException> known(Throwable failure) {
    return failure instanceof ToolException tool ? Optional.of(tool) : StoreFailures.find(failure);
  }

  /** The code to end with where that failure is told. */
  static int exitCode(Throwable failure) {
    if (failure instanceof ClosedPipeException) {
      return ExitCode.CLOSED_PIPE;
    }
    if (failure instanceof OutOfMemoryError) {
      return ExitCode.RESOURCES;
    }
    return known(failure).map(ErrorHandler::exitCodeOf).orElse(ExitCode.UNEXPECTED);
  }

  private static int exitCodeOf(ToolException failure) {
    return switch (failure) {
      case ToolException.Usage usage -> ExitCode.USAGE;
      case ToolException.Input input -> ExitCode.INPUT;
      case ToolException.Policy policy -> ExitCode.POLICY;
      case ToolException.Precondition precondition -> ExitCode.PRECONDITION;
      case ToolException.StoreBusy busy -> ExitCode.STORE_BUSY;
      case ToolException.StoreDamaged damaged -> ExitCode.STORE_DAMAGED;
      case ToolException.Resources resources -> ExitCode.RESOURCES;
    };
  }

  @Override
  public int handleParseException(ParameterException failure, String[] args) {
    session.speak(args);
    session.notice(explain(failure));
    return ExitCode.USAGE;
  }

  private static Message explain(ParameterException failure) {
    String command = failure.getCommandLine().getCommandSpec().qualifiedName();
    if (failure.getCause() instanceof ToolException tool) {
      return tool.text();
    }
    return switch (failure) {
      case UnmatchedArgumentException unmatched ->
          unmatched(
              unmatched.getUnmatched().getFirst(), unmatched.getCommandLine().getCommandSpec());
      case MissingParameterException missing ->
          Message.of(
              "command.missing",
              missing.getMissing().stream().map(ErrorHandler::usage).toList(),
              command);
      case OverwrittenOptionException twice ->
          Message.of("command.twice", name(twice.getOverwritten()), command);
      default ->
          failure.getArgSpec() == null
              ? Message.of("command.wrong", String.valueOf(failure.getMessage()), command)
              : wrongValue(failure.getArgSpec(), String.valueOf(failure.getValue()), command);
    };
  }

  /** The nearest option or command, else which commands there are. */
  private static Message unmatched(String word, CommandSpec spec) {
    String command = spec.qualifiedName();
    List<String> commands = commands(spec);
    List<String> near = Nearest.to(word, word.startsWith("-") ? options(spec) : commands);
    if (!near.isEmpty()) {
      return Message.of("command.unmatched-near", word, command, near.getFirst());
    }
    return commands.isEmpty() || word.startsWith("-")
        ? Message.of("command.unmatched", word, command)
        : Message.of("command.unmatched-command", word, command, commands);
  }

  private static List<String> options(CommandSpec spec) {
    return spec.options().stream().flatMap(option -> Stream.of(option.names())).toList();
  }

  private static List<String> commands(CommandSpec spec) {
    return spec.subcommands().entrySet().stream()
        .filter(each -> !each.getValue().getCommandSpec().usageMessage().hidden())
        .map(Map.Entry::getKey)
        .toList();
  }

  private static Message wrongValue(ArgSpec argument, String value, String command) {
    Object[] choices = argument.typeInfo().getType().getEnumConstants();
    return choices == null
        ? Message.of("command.wrong-value", value, usage(argument), command)
        : Message.of("command.wrong-choice", value, name(argument), List.of(choices));
  }

  private static String name(ArgSpec argument) {
    return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
  }

  /** As a user writes it: {@code --limit N}. */
  private static String usage(ArgSpec argument) {
    return argument instanceof OptionSpec option && option.arity().max() > 0
        ? option.longestName() + " " + option.paramLabel()
        : name(argument);
  }
}
