package dev.partnerops.checking;

import dev.partnerops.command.ExitCode;
import dev.partnerops.command.Session;
import dev.partnerops.model.Message;
import dev.partnerops.model.ToolException;
import dev.partnerops.output.Column;
import dev.partnerops.output.ResultTable;
import dev.partnerops.programme.Lint;
import dev.partnerops.programme.Programme;
import dev.partnerops.programme.Programmes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code policy lint}: one row a finding, faults and warnings of each file by line. */
final class PolicyLint {

  static final String WARNING = "warning";
  private static final String FAULT = "fault";

  private static final List<Column> COLUMNS =
      List.of(
          Column.text("file"),
          Column.count("line"),
          Column.text("severity"),
          Column.text("finding"));

  private final Session session;
  private final PolicyPlace place;
  private final List<List<@Nullable Object>> rows = new ArrayList<>();
  private boolean hasFaults;
  private boolean hasWarnings;

  PolicyLint(Session session) {
    this.session = session;
    this.place = PolicyPlace.of(session);
  }

  /**
   * @param asked ids of the workspace's programmes or files; none: all of the workspace
   */
  int print(List<String> asked, boolean failOnWarning) {
    place.policies(asked).forEach(this::examine);
    if (asked.isEmpty() && !hasFaults) {
      examineTogether(session.workspace().programmes());
    }
    session.print(new ResultTable(COLUMNS, rows));
    if (hasFaults) {
      return ExitCode.POLICY;
    }
    return hasWarnings && failOnWarning ? ExitCode.FINDINGS : ExitCode.DONE;
  }

  private void examine(PolicyPlace.PolicyFile file) {
    String shown = file.shown();
    try {
      Programme programme = Programmes.readFile(file.path(), shown, place.names());
      for (Lint.Warning warning : Lint.of(programme, place.names())) {
        hasWarnings = true;
        add(shown, (long) warning.line(), WARNING, warning.what());
      }
    } catch (ToolException.Policy faulty) {
      addFaults(shown, faulty);
    }
  }

  /** Editions against each other, and circles. */
  private void examineTogether(Path own) {
    try {
      Programmes all = Programmes.read(own, place.names());
      if (all.ids().isEmpty()) {
        session.notice(Message.of("programme.lint.none", own));
      }
      all.overlaps()
          .forEach(fault ->
              addFault(PolicyPlace.shown(Path.of(fault.arguments().getFirst().toString())), fault));
    } catch (ToolException.Policy faulty) {
      addFaults("", faulty);
    }
  }

  private void addFaults(String file, ToolException.Policy faulty) {
    for (Message text : faulty.texts()) {
      if (text.key().equals("programme.fault")) {
        addFault(shown(file, text.arguments().get(0).toString()), text);
      } else {
        hasFaults = true;
        add(file, null, FAULT, text);
      }
    }
  }

  private void addFault(String file, Message fault) {
    hasFaults = true;
    Long line = Long.valueOf(fault.arguments().get(1).toString());
    add(file, line, FAULT, (Message) fault.arguments().get(2));
  }

  /** A fault may be that of a file of metrics, or of all files read together by their paths. */
  private String shown(String file, String own) {
    Path path = Path.of(own);
    return own.equals(file) || !place.folder().equals(path.getParent())
        ? own
        : PolicyPlace.shown(path);
  }

  private void add(String file, @Nullable Long line, String severity, Message finding) {
    rows.add(Arrays.asList(file, line, severity, session.messages().text(finding)));
  }
}
