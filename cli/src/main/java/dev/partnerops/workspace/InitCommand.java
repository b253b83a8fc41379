package dev.partnerops.workspace;

import dev.partnerops.command.ExitCode;
import dev.partnerops.command.Session;
import dev.partnerops.model.Message;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code init [DIR]}: makes a workspace with an empty store. */
@Command(name = "init")
public final class InitCommand implements Callable<Integer> {

  private final Session session;

  @Parameters(arity = "0..1", paramLabel = "DIR", descriptionKey = "folder")
  private @Nullable Path folder;

  public InitCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Path target = folder == null ? session.workspaceFolder() : session.path(folder);
    WorkspaceMaker.make(target, WorkspaceMaker.PLAIN, session.use("init"));
    session.notice(Message.of("workspace.made", target));
    return ExitCode.DONE;
  }
}
