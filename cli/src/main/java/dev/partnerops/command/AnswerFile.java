package dev.partnerops.command;

import dev.partnerops.model.Message;
import dev.partnerops.model.ToolException;
import dev.partnerops.output.AnswerWriter;
import dev.partnerops.store.PrivateFiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Consumer;

/**
 * A file with an answer in it, private to its owner unless meant for others (RULES 55): it has its
 * name once it is whole, and until then the file that had it before is there as it was.
 */
public final class AnswerFile {

  private AnswerFile() {}

  /** Writes it; where that fails, the folder or its space is at fault. */
  public static void write(Path file, Consumer<PrintWriter> answer) {
    write(file, PrivateFiles::create, answer);
  }

  /** One that others are meant to read, as far as the user's umask lets them. */
  public static void writeShared(Path file, Consumer<PrintWriter> answer) {
    write(file, Files::createFile, answer);
  }

  /** How an empty file is made. */
  private interface Making {
    void make(Path file) throws IOException;
  }

  private static void write(Path file, Making making, Consumer<PrintWriter> answer) {
    Path fresh = file.resolveSibling(file.getFileName() + ".part");
    try {
      Files.deleteIfExists(fresh);
      try {
        making.make(fresh);
        fill(fresh, file, answer);
        Files.move(
            fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(fresh);
      }
    } catch (IOException e) {
      throw new ToolException.Resources(Message.of("command.cannot-write", file, e), e);
    }
  }

  /** Called by the name it will have; what did not arrive is known before it gets that name. */
  private static void fill(Path fresh, Path file, Consumer<PrintWriter> answer) throws IOException {
    try (PrintWriter writer =
        new AnswerWriter(Files.newBufferedWriter(fresh, StandardCharsets.UTF_8), file.toString())) {
      answer.accept(writer);
      AnswerWriter.requireWritten(writer);
    }
  }
}
