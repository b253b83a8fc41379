package dev.partnerops.metrics;

import dev.partnerops.dataset.DataSets;
import dev.partnerops.model.EntityId;
import dev.partnerops.model.Message;
import dev.partnerops.model.ToolException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Finds the files of SQL metrics: shipped in the jar, and {@code metrics/*.sql} of a workspace. */
public final class SqlMetrics {

  /** Where the files of shipped metrics stand, in the jar and in the repository. */
  static final String SHIPPED = "sql/metrics/";

  static final String ENDING = ".sql";

  private static final long MAX_BYTES = 256 * 1024;

  private SqlMetrics() {}

  /** The shipped metrics, sorted by file name. */
  public static List<SqlMetric> shipped() {
    List<SqlMetric> metrics = new ArrayList<>();
    for (String file : resource("index.txt").lines().toList()) {
      metrics.add(SqlMetricReader.read(SHIPPED + file, resource(file), DataSets.shipped()));
    }
    return metrics;
  }

  /**
   * The metrics of a folder, sorted by file name; none where there is no such folder. Messages name
   * a file from the folder's parent, the workspace.
   *
   * @param dataSets of the workspace: which kinds of entities there are
   * @throws ToolException.Policy at the first file that is not one
   */
  public static List<SqlMetric> in(Path folder, DataSets dataSets) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> sorted =
          files
              .filter(file -> file.getFileName().toString().endsWith(ENDING))
              .sorted((left, right) -> EntityId.compareBytes(left.toString(), right.toString()))
              .toList();
      List<SqlMetric> metrics = new ArrayList<>();
      for (Path file : sorted) {
        String name = folder.getFileName() + "/" + file.getFileName();
        metrics.add(SqlMetricReader.read(name, text(file, name), dataSets));
      }
      return metrics;
    } catch (IOException e) {
      throw new ToolException.Resources(Message.of("metrics.folder.unreadable", folder, e), e);
    }
  }

  private static String text(Path file, String name) throws IOException {
    if (Files.size(file) > MAX_BYTES) {
      throw new ToolException.Policy(Message.of("metrics.file.too-large", name, MAX_BYTES / 1024));
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
          .toString();
    } catch (CharacterCodingException e) {
      throw new ToolException.Policy(Message.of("metrics.file.not-utf8", name));
    }
  }

  private static String resource(String name) {
    try (InputStream stream = SqlMetrics.class.getResourceAsStream("/" + SHIPPED + name)) {
      if (stream == null) {
        throw new IllegalStateException("not in the jar: " + SHIPPED + name);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
