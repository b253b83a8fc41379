package dev.partnerops.orders;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which entities an order counts for. Entities are numbered from 0 in the order the caller gives.
 */
public sealed interface OrderGrouping {

  /** How many entities there are. */
  int entities();

  /** The entity whose id stands in a column: merchant, promoter, leader, product, session. */
  record ByColumn(OrderColumn column, List<String> ids) implements OrderGrouping {
    public ByColumn {
      ids = List.copyOf(ids);
    }

    @Override
    public int entities() {
      return ids.size();
    }
  }

  /** The entity that the order's merchant belongs to: licence or region. */
  record ByMerchant(int entities, Map<String, Integer> entityOfMerchant) implements OrderGrouping {}

  /** Every order, one entity. */
  record All() implements OrderGrouping {
    @Override
    public int entities() {
      return 1;
    }
  }

  /**
   * The providers whose affiliation with the order's merchant or promoter holds on the day of
   * payment (RULES 14). An order that reaches one entity both ways counts once for it.
   *
   * @param roles the role of each entity: entities of one role are alternatives to each other in
   *     the counts of unattributed and doubly attributed orders
   */
  record ByAffiliation(List<String> roles, Iterable<Affiliation> affiliations)
      implements OrderGrouping {
    public ByAffiliation {
      roles = List.copyOf(roles);
    }

    @Override
    public int entities() {
      return roles.size();
    }
  }

  /** Whom an affiliation is with. */
  enum Subject {
    MERCHANT,
    PROMOTER
  }

  /** A provider in a role works for a merchant or promoter, both days in; no last day: open. */
  record Affiliation(
      int entity, Subject subject, String subjectId, LocalDate from, @Nullable LocalDate to) {}
}
