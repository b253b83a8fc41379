package dev.partnerops.checking;

import dev.partnerops.command.ExitCode;
import dev.partnerops.command.Session;
import dev.partnerops.model.Message;
import dev.partnerops.model.ToolException;
import dev.partnerops.output.Column;
import dev.partnerops.programme.PolicyTest;
import dev.partnerops.programme.PolicyTestReader;
import dev.partnerops.programme.Programme;
import dev.partnerops.programme.Programmes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * {@code policy test}: one row a case that passed, one row for each thing that did not come out as
 * a case says (SPEC section 4, "Tests").
 */
final class PolicyTests {

  private static final String PASSED = "passed";
  private static final String FAILED = "failed";

  private static final List<Column> COLUMNS =
      List.of(
          Column.text("programme"),
          Column.text("edition"),
          Column.text("file"),
          Column.count("line"),
          Column.text("case"),
          Column.text("result"),
          Column.count("step"),
          Column.text("entity_id"),
          Column.text("what"),
          Column.text("expected"),
          Column.text("actual"),
          Column.text("detail"));

  private final Session session;
  private final PolicyPlace place;
  private final List<List<@Nullable Object>> rows = new ArrayList<>();
  private int cases;
  private int failed;
  private boolean faulty;

  PolicyTests(Session session) {
    this.session = session;
    this.place = PolicyPlace.of(session);
  }

  /**
   * Runs tests.
   *
   * @param asked ids of the workspace's programmes or test files; none: all of the workspace
   */
  int print(List<String> asked) {
    if (asked.isEmpty()) {
      Path own = session.workspace().programmes().resolve("tests");
      List<Path> files = Programmes.filesOf(own);
      files.forEach(file -> run(file, shown(file)));
      if (files.isEmpty()) {
        session.notice(Message.of("checking.none", own));
      }
    }
    for (String each : asked) {
      Path file = session.path(Path.of(each));
      if (Files.isRegularFile(file)) {
        run(file, each);
      } else {
        runProgramme(each);
      }
    }
    session.print(Shown.of(session, COLUMNS, rows));
    if (cases > 0) {
      session.notice(
          failed == 0
              ? Message.of("checking.passed", cases)
              : Message.of("checking.failed", failed, cases));
    }
    return failed > 0 || faulty ? ExitCode.POLICY : ExitCode.DONE;
  }

  private static String shown(Path file) {
    return "programmes/tests/" + file.getFileName();
  }

  private void runProgramme(String id) {
    List<Path> files = PolicyFolder.ofTests(place.folder().resolve("tests")).files(id);
    PolicyFolder policies = PolicyFolder.ofPolicies(place.folder());
    if (files.isEmpty() && policies.files(id).isEmpty()) {
      throw Programmes.unknown(id, policies.ids());
    }
    if (files.isEmpty()) {
      session.notice(Message.of("checking.untested", id, place.folder().resolve("tests")));
    }
    files.forEach(file -> run(file, shown(file)));
  }

  /** Faults of a file end it and not the others. */
  private void run(Path file, String shown) {
    try {
      PolicyTest test = PolicyTestReader.read(shown, Programmes.text(file, shown), place.names());
      TestPolicies policies = TestPolicies.of(test, file, place.folder(), place.names());
      for (PolicyTest.Case one : test.cases()) {
        TestNames.check(test, one, policies.editions(one), place.names());
      }
      for (PolicyTest.Case one : test.cases()) {
        run(test, one, policies, file.resolveSibling(""));
      }
    } catch (ToolException.Policy faults) {
      faulty = true;
      faults.texts().forEach(session::notice);
    }
  }

  private void run(PolicyTest test, PolicyTest.Case one, TestPolicies policies, Path beside) {
    List<Programme> editions = policies.editions(one);
    if (one.rows().isEmpty()) {
      CaseJudge judge = new CaseJudge(editions, policies::find, null);
      tell(test, one, editions, new CaseRun(judge).run(one));
      return;
    }
    ZoneId zone = editions.getLast().zone();
    try (TestRows imported = TestRows.load(session, test, one, beside, zone, place.catalogue())) {
      CaseJudge judge = new CaseJudge(editions, policies::find, imported);
      tell(test, one, editions, new CaseRun(judge).run(one));
    }
  }

  private void tell(
      PolicyTest test, PolicyTest.Case one, List<Programme> editions, List<TestResult> failures) {
    String edition =
        String.join(",", editions.stream().map(each -> Integer.toString(each.edition())).toList());
    cases++;
    if (failures.isEmpty()) {
      add(test, edition, one, (long) one.line(), PASSED, null, null, null, null, null, null);
      return;
    }
    failed++;
    for (TestResult each : failures) {
      Message message = each.message();
      add(
          test,
          edition,
          one,
          (long) each.line(),
          FAILED,
          each.step(),
          each.entity(),
          each.what(),
          each.expected(),
          each.actual(),
          message == null ? each.reasons() : session.messages().text(message));
    }
  }

  private void add(
      PolicyTest test,
      String edition,
      PolicyTest.Case one,
      Long line,
      String result,
      @Nullable Integer step,
      @Nullable String entity,
      @Nullable String what,
      @Nullable Object expected,
      @Nullable Object actual,
      @Nullable String detail) {
    rows.add(
        Arrays.asList(
            test.programme(),
            edition,
            test.file(),
            line,
            one.name(),
            result,
            step,
            empty(entity),
            empty(what),
            expected,
            actual,
            empty(detail)));
  }

  private static @Nullable String empty(@Nullable String text) {
    return Objects.equals(text, "") ? null : text;
  }
}
