package dev.partnerops.workspace;

import dev.partnerops.command.Session;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code store}: commands that look after the store itself. Runs only to show them. */
@Command(name = "store")
public final class StoreCommand implements Runnable {

  private final Session session;

  @Spec private CommandSpec spec = CommandSpec.create();

  public StoreCommand(Session session) {
    this.session = session;
  }

  /** The commands beneath share the session. */
  @Command(name = "info")
  int info() {
    return new StoreInfo(session).print();
  }

  @Command(name = "digest")
  int digest() {
    return new StoreDigest(session).print();
  }

  @Command(name = "compact")
  int compact(@Option(names = "--file", descriptionKey = "file") boolean file) {
    return new StoreCompact(session).run(file);
  }

  @Override
  public void run() {
    spec.commandLine().usage(session.out());
  }
}
