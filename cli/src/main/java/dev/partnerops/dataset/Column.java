package dev.partnerops.dataset;

import dev.partnerops.model.Title;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One column of a data set.
 *
 * @param name the English name: in files, in policies and in SQL
 * @param aliases other names in files; the first is the Chinese title
 * @param choices what a {@link ColumnType#ONE_OF} may hold; empty for other types
 * @param references the data sets whose keys it holds; empty for none
 * @param origin the place in a workspace's files that it comes from; absent for shipped columns
 */
public record Column(
    String name,
    List<String> aliases,
    ColumnType type,
    Set<Trait> traits,
    List<Choice> choices,
    List<Reference> references,
    @Nullable Origin origin) {

  /**
   * Where a workspace defines a column, and what it says there of its meaning.
   *
   * @param file from the workspace: {@code datasets/reviews.yaml}
   * @param meaning empty texts where the file says nothing
   */
  public record Origin(String file, int line, Title meaning) {}

  public Column {
    aliases = List.copyOf(aliases);
    traits = Set.copyOf(traits);
    choices = List.copyOf(choices);
    references = List.copyOf(references);
  }

  public boolean is(Trait trait) {
    return traits.contains(trait);
  }

  /** Whether a workspace added it, which may refer to where it says so. */
  public Optional<Origin> findOrigin() {
    return Optional.ofNullable(origin);
  }

  /** Whether orders can be narrowed by its values: {@code only: {own_creator: true}}. */
  public boolean isDimension() {
    return switch (type) {
      case ID, TEXT, FLAG, ONE_OF -> origin != null;
      case INTEGER, DECIMAL, MONEY, RATE, DAY, TIME -> false;
    };
  }

  /** A row needs a value here: required or part of the key. */
  public boolean required() {
    return is(Trait.REQUIRED) || is(Trait.KEY);
  }

  /** The Chinese name, or the English one where there is none. */
  public String chinese() {
    return aliases.isEmpty() ? name : aliases.getFirst();
  }
}
