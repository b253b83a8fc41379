package dev.partnerops.checking;

import dev.partnerops.command.ExitCode;
import dev.partnerops.command.Session;
import dev.partnerops.model.Message;
import dev.partnerops.model.Period;
import dev.partnerops.model.ToolException;
import dev.partnerops.output.Column;
import dev.partnerops.programme.Editions;
import dev.partnerops.programme.PolicyTest;
import dev.partnerops.programme.PolicyTestReader;
import dev.partnerops.programme.Programme;
import dev.partnerops.programme.Programmes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code policy test --boundaries}: what happens at each edge of a policy, tried on the entity of
 * the first case of its tests; one row a value.
 */
final class PolicyEdges {

  private static final List<Column> COLUMNS =
      List.of(
          Column.text("programme"),
          Column.count("edition"),
          Column.text("file"),
          Column.count("line"),
          Column.text("clause"),
          Column.text("of"),
          Column.text("subject"),
          Column.text("position"),
          Column.text("value"),
          Column.text("gives"),
          Column.text("outcome"),
          Column.text("result"),
          Column.text("detail"));

  private final Session session;
  private final PolicyPlace place;
  private final List<List<@Nullable Object>> rows = new ArrayList<>();
  private int failed;
  private boolean faulty;

  PolicyEdges(Session session) {
    this.session = session;
    this.place = PolicyPlace.of(session);
  }

  /**
   * Tries policies.
   *
   * @param asked ids of the workspace's programmes or policy files; none: all of the workspace
   */
  int print(List<String> asked) {
    place.policies(asked).forEach(this::attempt);
    session.print(Shown.of(session, COLUMNS, rows));
    if (!rows.isEmpty()) {
      session.notice(
          failed == 0
              ? Message.of("checking.edges.held", rows.size())
              : Message.of("checking.edges.failed", failed, rows.size()));
    }
    return failed > 0 || faulty ? ExitCode.POLICY : ExitCode.DONE;
  }

  private void attempt(PolicyPlace.PolicyFile file) {
    try {
      Programme policy = Programmes.readFile(file.path(), file.shown(), place.names());
      Path beside = file.path().toAbsolutePath().normalize().resolveSibling("");
      Optional<PolicyTest> test = test(policy, beside);
      if (test.isEmpty()) {
        session.notice(Message.of("checking.edges.untested", policy.id(), beside.resolve("tests")));
      }
      Edges edges = Edges.of(policy, laboratory(policy, test.orElse(null), beside));
      faulty |= !edges.untried().isEmpty();
      edges.untried().forEach(session::notice);
      edges.all().forEach(edge -> add(policy, edge));
    } catch (ToolException.Policy faults) {
      faulty = true;
      faults.texts().forEach(session::notice);
    }
  }

  /** Its first test that is of no other edition, in the folder beneath or next to it. */
  private Optional<PolicyTest> test(Programme policy, Path beside) {
    for (Path where : List.of(beside.resolve("tests"), beside)) {
      for (Path file : PolicyFolder.ofTests(where).files(policy.id())) {
        String name = file.getFileName().toString();
        PolicyTest test = PolicyTestReader.read(name, Programmes.text(file, name), place.names());
        Integer edition = test.edition();
        if (edition == null || edition == policy.edition()) {
          return Optional.of(test);
        }
      }
    }
    return Optional.empty();
  }

  private Laboratory laboratory(Programme policy, @Nullable PolicyTest test, Path beside) {
    Optional<PolicyTest.Step> first =
        test == null
            ? Optional.empty()
            : test.cases().stream()
                .filter(one -> one.rows().isEmpty())
                .map(one -> one.steps().getFirst())
                .findFirst();
    Period begins =
        policy
            .calendar()
            .containing(policy.effective().from())
            .or(policy.calendar()::first)
            .orElseThrow();
    PolicyFolder policies = PolicyFolder.ofPolicies(beside);
    return new Laboratory(
        policy,
        first
            .map(PolicyTest.Step::period)
            .map(period -> Editions.meant(List.of(policy), period).orElse(period))
            .orElse(begins),
        first.map(PolicyTest.Step::facts).orElse(PolicyTest.Facts.NONE),
        id ->
            policies.files(id).stream()
                .map(file -> Programmes.readFile(file, file.toString(), place.names()))
                .reduce((one, other) -> other.edition() > one.edition() ? other : one));
  }

  private void add(Programme policy, Edge edge) {
    Message wrong = edge.wrong();
    failed += wrong == null ? 0 : 1;
    rows.add(
        Arrays.asList(
            policy.id(),
            policy.edition(),
            policy.file(),
            (long) edge.clause().line(),
            edge.clause().path(),
            edge.of().isEmpty() ? null : edge.of(),
            edge.subject(),
            Edge.word(edge.position()),
            Actual.cell(edge.value(), edge.decimals()),
            edge.gives().isEmpty() ? null : edge.gives(),
            edge.outcome().isEmpty() ? null : edge.outcome(),
            wrong == null ? "passed" : "failed",
            wrong == null ? null : session.messages().text(wrong)));
  }
}
