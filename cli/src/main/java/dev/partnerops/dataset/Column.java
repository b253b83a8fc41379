package dev.partnerops.dataset;

import java.util.List;
import java.util.Set;

/**
 * One column of a data set.
 *
 * @param name the English name: in files, in policies and in SQL
 * @param aliases other names in files; the first is the Chinese title
 * @param choices what a {@link ColumnType#ONE_OF} may hold; empty for other types
 * @param references the data sets whose keys it holds; empty for none
 */
public record Column(
    String name,
    List<String> aliases,
    ColumnType type,
    Set<Trait> traits,
    List<Choice> choices,
    List<Reference> references) {

  public Column {
    aliases = List.copyOf(aliases);
    traits = Set.copyOf(traits);
    choices = List.copyOf(choices);
    references = List.copyOf(references);
  }

  public boolean is(Trait trait) {
    return traits.contains(trait);
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
