package dev.partnerops.importing;

import dev.partnerops.command.Session;
import dev.partnerops.dataset.DataSet;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One file to import, and how; a builder, so that a caller names only what differs from the usual.
 */
public final class ImportRequest {

  final DataSet dataSet;
  final InputFile file;
  Path rejects;
  Mapping mapping;
  @Nullable Charset charset;
  @Nullable Character delimiter;
  RejectLimit maxRejects = RejectLimit.NONE;
  Expectation expectation = Expectation.NONE;
  boolean lastWins;
  boolean again;
  byte @Nullable [] pseudonymKey;
  Consumer<ImportResult> alongside = result -> {};

  /**
   * The usual import of a file: rejects beside it, none allowed.
   *
   * @param name of the file as the user gave it
   * @param path where it lies
   */
  public ImportRequest(DataSet dataSet, String name, Path path) {
    this.dataSet = dataSet;
    this.file = new InputFile(name, path);
    this.rejects = path.resolveSibling(Objects.requireNonNull(path.getFileName()) + ".rejects.csv");
    this.mapping = Mapping.none(dataSet.name());
  }

  public ImportRequest rejectsTo(Path file) {
    rejects = file;
    return this;
  }

  /** The mapping file's name and text. */
  public ImportRequest mappedBy(String name, String text) {
    mapping = MappingFile.read(name, text, dataSet);
    return this;
  }

  /** A mapping file by its name as on the command line (RULES 25). */
  public ImportRequest mappedBy(Session session, String name) {
    MappingText mapping = MappingText.find(session, name);
    return mappedBy(mapping.name(), mapping.text());
  }

  public ImportRequest encodedIn(Charset given) {
    charset = given;
    return this;
  }

  public ImportRequest delimitedBy(char given) {
    delimiter = given;
    return this;
  }

  public ImportRequest maxRejects(RejectLimit limit) {
    maxRejects = limit;
    return this;
  }

  public ImportRequest expecting(Expectation given) {
    expectation = given;
    return this;
  }

  /** Of unlike rows of one key the last counts, instead of all being rejects. */
  public ImportRequest lastWins(boolean wins) {
    lastWins = wins;
    return this;
  }

  /** Buyers are kept under pseudonyms of that key. */
  public ImportRequest pseudonymisedBy(byte[] key) {
    pseudonymKey = key.clone();
    return this;
  }

  /** What else is written in the transaction that publishes the batch, given what it will tell. */
  public ImportRequest alongside(Consumer<ImportResult> work) {
    alongside = work;
    return this;
  }

  /** Imports a file anew that was imported before. */
  public ImportRequest again(boolean anew) {
    again = anew;
    return this;
  }
}
