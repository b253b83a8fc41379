package dev.partnerops.importing;

import dev.partnerops.dataset.Column;
import dev.partnerops.dataset.DataSet;
import dev.partnerops.model.Message;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Rows that cannot be, by more than one of their cells (SPEC section 2, "Impossible rows"). */
final class RowRules {

  /** In a row of the data set the second must not come before the first. */
  private record Order(String dataset, String earlier, String later) {}

  private static final List<Order> ORDERS =
      List.of(
          new Order("affiliations", "from_on", "to_on"),
          new Order("sessions", "started_at", "ended_at"),
          new Order("enrolments", "enrolled_on", "completed_on"));

  private final DataSet dataSet;

  RowRules(DataSet dataSet) {
    this.dataSet = dataSet;
  }

  /**
   * @param values in the order of the data set's columns, with what the store adds to the file's
   */
  Optional<Fault> findFault(@Nullable Object[] values) {
    for (Order order : ORDERS) {
      if (order.dataset().equals(dataSet.name())) {
        Object earlier = values[index(order.earlier())];
        Object later = values[index(order.later())];
        if (earlier != null && later != null && compare(earlier, later) > 0) {
          return Optional.of(
              new Fault(
                  order.later(),
                  Message.of("importing.row.before", order.later(), order.earlier(), earlier)));
        }
      }
    }
    return Optional.empty();
  }

  @SuppressWarnings("unchecked") // both are of one column type, whose values have an order
  private static int compare(Object left, Object right) {
    return ((Comparable<Object>) left).compareTo(right);
  }

  private int index(String name) {
    List<Column> columns = dataSet.columns();
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).name().equals(name)) {
        return i;
      }
    }
    throw new IllegalStateException("no column " + name);
  }
}
