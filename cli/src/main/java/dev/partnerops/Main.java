package dev.partnerops;

import dev.partnerops.command.ExitCode;
import dev.partnerops.command.Surroundings;
import dev.partnerops.output.AnswerWriter;
import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;

/** Binds the real terminal, clock and process exit; nothing else may. */
public final class Main {

  private static final int DEFAULT_COLUMNS = 100;

  private Main() {}

  /** Runs one command line and ends the process with its exit code. */
  public static void main(String[] args) {
    Surroundings surroundings =
        new Surroundings(
            Clock.systemUTC(),
            Path.of("").toAbsolutePath(),
            System.getenv(),
            System.in,
            Boolean.getBoolean("partnerops.terminal.out"),
            Boolean.getBoolean("partnerops.terminal.err"),
            Integer.getInteger("partnerops.terminal.columns", DEFAULT_COLUMNS));
    PrintWriter out = new AnswerWriter(writer(FileDescriptor.out), "stdout");
    PrintWriter err = new PrintWriter(writer(FileDescriptor.err));
    int code = new Wiring(surroundings, out, err, args).run(args);
    out.flush();
    err.flush();
    if (code != ExitCode.DONE) {
      System.exit(code);
    }
  }

  /** Not System.out: a PrintStream checks and flushes at every line. */
  private static Writer writer(FileDescriptor descriptor) {
    return new BufferedWriter(
        new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8));
  }
}
