package dev.partnerops.ledger;

import dev.partnerops.model.EntityId;
import dev.partnerops.model.Money;
import dev.partnerops.paying.FeeStatement;
import dev.partnerops.paying.GrantDecision;
import dev.partnerops.programme.Grant;
import java.util.List;

/** Grants and fee statements as texts and back. */
final class PaymentRow {

  static final int GRANT_COLUMNS = 15;
  static final int FEE_COLUMNS = 10;

  private PaymentRow() {}

  static List<String> of(GrantDecision grant) {
    return List.of(
        grant.id().id(),
        grant.id().role(),
        grant.name(),
        grant.benefit(),
        grant.kind().name(),
        grant.status().name(),
        grant.period(),
        Long.toString(grant.amount().fen()),
        Long.toString(grant.due().fen()),
        grant.key(),
        grant.beneficiary(),
        Texts.join(grant.holders()),
        Texts.of(grant.adjusts()),
        grant.assignee(),
        grant.reasons());
  }

  static GrantDecision readGrant(List<String> row) {
    return new GrantDecision(
        new EntityId(row.get(0), row.get(1)),
        row.get(2),
        row.get(3),
        Grant.Kind.valueOf(row.get(4)),
        GrantDecision.Status.valueOf(row.get(5)),
        row.get(6),
        money(row.get(7)),
        money(row.get(8)),
        row.get(9),
        row.get(10),
        Texts.map(row.get(11)),
        row.get(12).isEmpty() ? null : Long.valueOf(row.get(12)),
        row.get(13),
        row.get(14));
  }

  static List<String> of(FeeStatement fee) {
    return List.of(
        fee.id().id(),
        fee.id().role(),
        fee.name(),
        Long.toString(fee.baseBefore().fen()),
        Long.toString(fee.baseAfter().fen()),
        Long.toString(fee.amount().fen()),
        Long.toString(fee.standardAmount().fen()),
        Long.toString(fee.saved().fen()),
        Boolean.toString(fee.reduced()),
        fee.reasons());
  }

  static FeeStatement readFee(List<String> row) {
    return new FeeStatement(
        new EntityId(row.get(0), row.get(1)),
        row.get(2),
        money(row.get(3)),
        money(row.get(4)),
        money(row.get(5)),
        money(row.get(6)),
        money(row.get(7)),
        Boolean.parseBoolean(row.get(8)),
        row.get(9));
  }

  private static Money money(String fen) {
    return new Money(Long.parseLong(fen));
  }
}
