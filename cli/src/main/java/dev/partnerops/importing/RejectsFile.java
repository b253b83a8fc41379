package dev.partnerops.importing;

import dev.partnerops.model.Message;
import dev.partnerops.model.ToolException;
import dev.partnerops.store.PrivateFiles;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The rows that were not taken, with the input's own columns and then why, to be mended and
 * imported again (RULES 30). Made with the first reject, private to its owner; cells stay as they
 * were, so nothing here is neutralised.
 */
final class RejectsFile implements AutoCloseable {

  private final Path file;
  private final Path unfinished;
  private final List<String> columns;
  private final List<Integer> cells;
  private final Function<Message, String> text;
  private @Nullable BufferedWriter writer;

  /**
   * @param text puts a message into the user's language
   */
  RejectsFile(Path file, Header header, Function<Message, String> text) {
    this.file = file;
    this.unfinished = file.resolveSibling(file.getFileName() + ".part");
    this.text = text;
    this.columns = new ArrayList<>();
    this.cells = new ArrayList<>();
    for (int i = 0; i < header.names().size(); i++) {
      // Rejects of a mended file: what was wrong before does not stay.
      if (!Layout.REJECT_COLUMNS.contains(header.names().get(i))) {
        columns.add(header.names().get(i));
        cells.add(i);
      }
    }
  }

  Path file() {
    return file;
  }

  void add(Reject reject) {
    List<String> row = new ArrayList<>();
    String[] found = reject.record().cells();
    for (int cell : cells) {
      row.add(cell < found.length ? found[cell] : "");
    }
    row.add(Long.toString(reject.record().line()));
    row.add(
        reject.faults().stream()
            .map(Fault::column)
            .filter(column -> !column.isEmpty())
            .distinct()
            .collect(Collectors.joining("; ")));
    row.add(
        reject.faults().stream()
            .map(fault -> text.apply(fault.reason()))
            .collect(Collectors.joining("; ")));
    try {
      write(open(), row);
    } catch (IOException e) {
      throw cannotWrite(e);
    }
  }

  private BufferedWriter open() throws IOException {
    if (writer == null) {
      Files.deleteIfExists(unfinished);
      PrivateFiles.create(unfinished);
      writer = Files.newBufferedWriter(unfinished, StandardCharsets.UTF_8);
      List<String> names = new ArrayList<>(columns);
      names.addAll(Layout.REJECT_COLUMNS);
      write(writer, names);
    }
    return writer;
  }

  private static void write(BufferedWriter writer, List<String> row) throws IOException {
    for (int i = 0; i < row.size(); i++) {
      if (i > 0) {
        writer.write(',');
      }
      String cell = row.get(i);
      boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
      writer.write(plain ? cell : '"' + cell.replace("\"", "\"\"") + '"');
    }
    writer.write('\n');
  }

  private ToolException cannotWrite(IOException e) {
    return new ToolException.Resources(Message.of("importing.rejects.cannot-write", file, e), e);
  }

  /** Also where the import fails: the rejects are there to be mended (RULES 30). */
  @Override
  public void close() {
    finish();
  }

  /** Puts the file in its place; nothing where there was no reject. */
  void finish() {
    if (writer == null) {
      return;
    }
    try {
      writer.close();
      writer = null;
      Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw cannotWrite(e);
    }
  }
}
