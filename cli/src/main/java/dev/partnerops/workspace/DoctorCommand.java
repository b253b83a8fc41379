package dev.partnerops.workspace;

import dev.partnerops.command.ExitCode;
import dev.partnerops.command.FailOn;
import dev.partnerops.command.Session;
import dev.partnerops.command.Workspace;
import dev.partnerops.model.Message;
import dev.partnerops.model.ToolException;
import dev.partnerops.output.Column;
import dev.partnerops.output.ResultTable;
import dev.partnerops.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * {@code doctor}: looks at Java, workspace and store, and says what is wrong and how to mend it.
 */
@Command(name = "doctor")
public final class DoctorCommand implements Callable<Integer> {

  private static final long LITTLE_SPACE = 1L << 30;

  private final Session session;

  @Mixin private FailOn failOn = new FailOn();

  private final List<List<String>> rows = new ArrayList<>();
  private boolean problem;

  public DoctorCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    failOn.require(List.of("problem"));
    add(true, "java", Message.of("workspace.doctor.java", Runtime.version()));
    Path folder = session.workspaceFolder();
    boolean made = Files.isRegularFile(folder.resolve(Workspace.CONFIGURATION_FILE));
    add(
        made,
        "workspace",
        made
            ? Message.of("workspace.doctor.workspace", folder)
            : Message.of("command.no-workspace", folder));
    if (made) {
      examineStore();
    }
    session.print(
        new ResultTable(
            List.of(Column.text("check"), Column.text("verdict"), Column.text("finding")), rows));
    return problem && failOn.asks("problem") ? ExitCode.FINDINGS : ExitCode.DONE;
  }

  private void examineStore() {
    try (Store store = session.openToRead("doctor")) {
      Path database = store.folder().database();
      add(
          true,
          "store",
          Message.of("workspace.doctor.store", database, store.lastBatch(), store.lastRun()));
      boolean shared =
          Files.getPosixFilePermissions(database).stream()
              .anyMatch(permission ->
                  permission != PosixFilePermission.OWNER_READ
                      && permission != PosixFilePermission.OWNER_WRITE);
      add(
          !shared,
          "permissions",
          Message.of(shared ? "workspace.doctor.shared" : "workspace.doctor.private", database));
      long free = Files.getFileStore(database).getUsableSpace();
      add(
          free >= LITTLE_SPACE,
          "space",
          Message.of(
              free >= LITTLE_SPACE ? "workspace.doctor.space" : "workspace.doctor.little-space",
              free >> 20));
    } catch (ToolException e) {
      add(false, "store", e.text());
    } catch (IOException e) {
      add(false, "store", Message.of("command.cannot-read", "store", e));
    }
  }

  private void add(boolean fine, String check, Message finding) {
    problem |= !fine;
    rows.add(List.of(check, fine ? "ok" : "problem", session.messages().text(finding)));
  }
}
