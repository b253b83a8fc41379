package dev.partnerops;

import dev.partnerops.command.ExitCode;
import dev.partnerops.command.Session;
import dev.partnerops.model.Message;
import dev.partnerops.model.ToolException;
import dev.partnerops.output.ClosedPipeException;
import dev.partnerops.store.StoreFailures;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
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
      return ExitCode.CLOSED_PIPE;
    }
    if (failure instanceof OutOfMemoryError) {
      session.notice(Message.of("command.out-of-memory"));
      return ExitCode.RESOURCES;
    }
    Optional<ToolException> known =
        failure instanceof ToolException tool ? Optional.of(tool) : StoreFailures.find(failure);
    known
        .map(ToolException::texts)
        .orElseGet(() -> List.of(Message.of("command.unexpected", failure)))
        .forEach(session::notice);
    if (session.verbose()) {
      failure.printStackTrace(session.err());
    }
    return known.map(ErrorHandler::exitCode).orElse(ExitCode.UNEXPECTED);
  }

  private static int exitCode(ToolException failure) {
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
      case UnmatchedArgumentException unmatched -> {
        List<String> near = unmatched.getSuggestions();
        String word = unmatched.getUnmatched().getFirst();
        yield near.isEmpty()
            ? Message.of("command.unmatched", word, command)
            : Message.of("command.unmatched-near", word, command, near.getFirst());
      }
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
