package dev.partnerops.paying;

import dev.partnerops.model.EntityId;
import dev.partnerops.model.Money;

/**
 * A statement of fees: F(base after) − F(base before), each rounded half-up to the fen (RULES 3,
 * 43, 44). Negative where the base fell.
 *
 * @param reduced whether {@code eligible} holds, so that the bands count and not {@code standard}
 * @param saved {@code standardAmount} less {@code amount}
 */
public record FeeStatement(
    EntityId id,
    String name,
    Money baseBefore,
    Money baseAfter,
    Money amount,
    Money standardAmount,
    Money saved,
    boolean reduced,
    String reasons) {

  /** A statement without change books nothing. */
  public boolean changes() {
    return !baseBefore.equals(baseAfter) || amount.signum() != 0;
  }
}
