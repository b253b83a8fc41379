package dev.partnerops.model;

import java.util.Comparator;
import java.util.List;

/**
 * What a programme judges or a metric measures, by its word in policy files, metric headers and
 * {@code --entity}. An id names something only with its kind (RULES 18). A provider is a provider
 * in one role (RULES 9). {@code ALL} is the one row of marketplace figures, id {@code all}. A data
 * set of a workspace may bring a kind of its own (SPEC section 2). Sorted as documented, own ones
 * last.
 */
public record EntityKind(String word) implements Comparable<EntityKind> {

  public static final EntityKind PROVIDER = new EntityKind("provider");
  public static final EntityKind MERCHANT = new EntityKind("merchant");
  public static final EntityKind PROMOTER = new EntityKind("promoter");
  public static final EntityKind LEADER = new EntityKind("leader");
  public static final EntityKind LICENCE = new EntityKind("licence");
  public static final EntityKind REGION = new EntityKind("region");
  public static final EntityKind PRODUCT = new EntityKind("product");
  public static final EntityKind BOOKING = new EntityKind("booking");
  public static final EntityKind SESSION = new EntityKind("session");
  public static final EntityKind ALL = new EntityKind("all");

  private static final List<EntityKind> SHIPPED =
      List.of(
          PROVIDER, MERCHANT, PROMOTER, LEADER, LICENCE, REGION, PRODUCT, BOOKING, SESSION, ALL);

  private static final Comparator<EntityKind> ORDER =
      Comparator.comparingInt(EntityKind::place).thenComparing(EntityKind::word);

  /** The kinds that every workspace has, in the order they are told of. */
  public static List<EntityKind> shipped() {
    return SHIPPED;
  }

  private int place() {
    int place = SHIPPED.indexOf(this);
    return place < 0 ? SHIPPED.size() : place;
  }

  @Override
  public int compareTo(EntityKind other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return word;
  }
}
