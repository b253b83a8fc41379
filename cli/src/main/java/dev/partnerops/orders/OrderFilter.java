package dev.partnerops.orders;

import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * {@code only} and {@code except} of a reference: dimension to values, texts as policies write
 * them. Dimensions are {@code channel}, {@code category} (the product's, else the merchant's),
 * {@code hot} and {@code pool} ({@code true}, {@code false}; an order whose product is not known is
 * neither hot nor in the pool) and the own columns of orders. An order must match each dimension of
 * {@code only} and none of {@code except}; an absent value matches nothing.
 */
public record OrderFilter(
    SortedMap<String, SortedSet<String>> only, SortedMap<String, SortedSet<String>> except) {

  /** A dimension for our own metrics: whether the order names a promoter. No column has blanks. */
  public static final String SOLD_BY_PROMOTER = "sold by promoter";

  public static final OrderFilter NONE = of(Map.of(), Map.of());

  public static OrderFilter of(
      Map<String, ? extends Set<String>> only, Map<String, ? extends Set<String>> except) {
    return new OrderFilter(sorted(only), sorted(except));
  }

  private static SortedMap<String, SortedSet<String>> sorted(
      Map<String, ? extends Set<String>> dimensions) {
    SortedMap<String, SortedSet<String>> sorted = new TreeMap<>();
    dimensions.forEach((dimension, values) -> sorted.put(dimension, new TreeSet<>(values)));
    return sorted;
  }
}
