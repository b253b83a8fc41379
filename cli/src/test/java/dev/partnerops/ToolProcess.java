package dev.partnerops;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The tool in a process of its own, for what only a process shows: locks, signals, kills, limits,
 * modes of files. What it says goes to files, so that it never waits for the test.
 */
final class ToolProcess implements AutoCloseable {

  private static final long PATIENCE_SECONDS = 90;

  private final Process process;
  private final Path stdout;
  private final Path stderr;

  private ToolProcess(Path folder, List<String> command) {
    try {
      stdout = Files.createTempFile("tool", ".out");
      stderr = Files.createTempFile("tool", ".err");
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectOutput(stdout.toFile())
              .redirectError(stderr.toFile());
      builder.environment().keySet().removeIf(name -> name.startsWith("PARTNEROPS_"));
      builder.environment().putAll(Map.of("LANG", "en_US.UTF-8", "LC_ALL", "C.UTF-8"));
      process = builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static ToolProcess start(Path folder, String... words) {
    return new ToolProcess(folder, command(words));
  }

  /** As at a terminal: a JVM started where Ctrl-C is ignored would go on ignoring it. */
  static ToolProcess startAtATerminal(Path folder, String... words) {
    List<String> command = new ArrayList<>(List.of("env", "--default-signal=INT"));
    command.addAll(command(words));
    return new ToolProcess(folder, command);
  }

  static Invocation run(Path folder, String... words) {
    try (ToolProcess tool = start(folder, words)) {
      tool.stdin().close();
      return tool.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs a line of bash in which {@code "$@"} is the tool with its words. */
  static Invocation bash(Path folder, String line, String... words) {
    List<String> command = new ArrayList<>(List.of("bash", "-c", line, "bash"));
    command.addAll(command(words));
    try (ToolProcess tool = new ToolProcess(folder, command)) {
      tool.stdin().close();
      return tool.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> command(String... words) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "-Xshare:auto",
                "-Xmx256m",
                "--sun-misc-unsafe-memory-access=allow",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.partnerops.Main"));
    command.addAll(Arrays.asList(words));
    return command;
  }

  OutputStream stdin() {
    return process.getOutputStream();
  }

  void write(InputStream content) throws IOException {
    content.transferTo(stdin());
    stdin().flush();
  }

  boolean isRunning() {
    return process.isAlive();
  }

  /** Ends it as {@code kill -9} does. */
  void kill() {
    process.destroyForcibly();
  }

  /** Sends a signal by its name: TERM, INT. */
  void signal(String name) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
  }

  /** Waits until it has ended. */
  Invocation end() {
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError("did not end; said: " + Files.readString(stderr));
      }
      return new Invocation(
          process.exitValue(),
          Files.readString(stdout, StandardCharsets.UTF_8),
          Files.readString(stderr, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the tool ran", e);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
    try {
      Files.deleteIfExists(stdout);
      Files.deleteIfExists(stderr);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
