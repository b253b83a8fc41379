package dev.partnerops.ledger;

import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * A column to be packed: its name in the store, and the text in each row.
 *
 * @param text of a row, by its place
 */
record TextColumn(String name, IntFunction<String> text) {

  /** What the things in the rows say. */
  static <T> TextColumn of(String name, IntFunction<T> things, Function<T, String> text) {
    return new TextColumn(name, row -> text.apply(things.apply(row)));
  }
}
