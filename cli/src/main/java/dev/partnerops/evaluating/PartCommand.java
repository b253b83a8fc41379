package dev.partnerops.evaluating;

import dev.partnerops.command.EvaluationOptions;
import dev.partnerops.command.ExitCode;
import dev.partnerops.command.Session;
import dev.partnerops.output.ResultTable;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Function;

/**
 * What the commands of a run's parts share: evaluate, print one part, look for findings.
 *
 * @param findings words {@code --fail-on} takes
 * @param found whether the run holds that finding
 */
record PartCommand(
    String name,
    List<String> findings,
    Function<Evaluated, ResultTable> part,
    BiPredicate<Evaluated, String> found) {

  int run(Session session, EvaluationOptions options) {
    options.failOn().require(findings);
    Evaluated evaluated = new Evaluations(session, Evaluations.Asked.by(options)).evaluate(name);
    session.print(part.apply(evaluated));
    boolean finding =
        findings.stream()
            .anyMatch(word -> options.failOn().asks(word) && found.test(evaluated, word));
    return finding ? ExitCode.FINDINGS : ExitCode.DONE;
  }
}
