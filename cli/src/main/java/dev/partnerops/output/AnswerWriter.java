package dev.partnerops.output;

import dev.partnerops.model.Message;
import dev.partnerops.model.ToolException;
import java.io.FilterWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import org.jspecify.annotations.Nullable;

/**
 * Where an answer goes. A {@link PrintWriter} swallows failures; this one remembers the first, so
 * that a full disk (exit 8) is told from a reader who has gone (exit 141).
 */
public final class AnswerWriter extends PrintWriter {

  private final Recorder recorder;
  private final String name;

  /** {@code name}: what to call it in a message, a file's path or stdout. */
  public AnswerWriter(Writer target, String name) {
    this(new Recorder(target), name);
  }

  private AnswerWriter(Recorder recorder, String name) {
    super(recorder);
    this.recorder = recorder;
    this.name = name;
  }

  /** Flushes, and throws where what was written did not arrive. */
  public static void requireWritten(PrintWriter out) {
    if (out.checkError()) {
      throw out instanceof AnswerWriter answer ? answer.failure() : new ClosedPipeException();
    }
  }

  private RuntimeException failure() {
    IOException failure = recorder.failure;
    return failure == null || "Broken pipe".equals(failure.getMessage())
        ? new ClosedPipeException()
        : new ToolException.Resources(Message.of("command.cannot-write", name, failure), failure);
  }

  /** Keeps the first failure of the writer beneath. */
  private static final class Recorder extends FilterWriter {

    private @Nullable IOException failure;

    Recorder(Writer target) {
      super(target);
    }

    @Override
    public void write(int c) throws IOException {
      record(() -> out.write(c));
    }

    @Override
    public void write(char[] text, int from, int length) throws IOException {
      record(() -> out.write(text, from, length));
    }

    @Override
    public void write(String text, int from, int length) throws IOException {
      record(() -> out.write(text, from, length));
    }

    @Override
    public void flush() throws IOException {
      record(out::flush);
    }

    @Override
    public void close() throws IOException {
      record(out::close);
    }

    private void record(Step step) throws IOException {
      try {
        step.take();
      } catch (IOException e) {
        if (failure == null) {
          failure = e;
        }
        throw e;
      }
    }
  }

  private interface Step {
    void take() throws IOException;
  }
}
