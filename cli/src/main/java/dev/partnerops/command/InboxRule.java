package dev.partnerops.command;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * One entry of {@code inbox:} in {@code partnerops.yaml}: which files are of which data set, and
 * how they are read; the words are those of {@code import}.
 *
 * @param match a pattern for the file's name, as {@code orders-*.csv*}
 * @param map name of a mapping file; absent: the columns have our names
 * @param charset and {@code delimiter}; absent: found out
 * @param line of the configuration file, for messages
 */
public record InboxRule(
    String match,
    String dataset,
    @Nullable String map,
    @Nullable String charset,
    @Nullable String delimiter,
    boolean lastWins,
    int line) {

  public boolean matches(String fileName) {
    return FileSystems.getDefault().getPathMatcher("glob:" + match).matches(Path.of(fileName));
  }
}
