package dev.partnerops.ledger;

import dev.partnerops.ledger.UnpackedRows.Cells;
import dev.partnerops.model.EntityId;
import dev.partnerops.model.Money;
import dev.partnerops.paying.FeeStatement;
import dev.partnerops.paying.GrantDecision;
import dev.partnerops.programme.Grant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Grants and fee statements as texts and back. */
final class PaymentRow {

  private static final String CLAW_BACK = "whole";

  private PaymentRow() {}

  static List<TextColumn> ofGrants(List<GrantDecision> all) {
    IntFunction<GrantDecision> grants = all::get;
    List<TextColumn> columns =
        new ArrayList<>(
            List.of(
                TextColumn.of("entity_id", grants, grant -> grant.id().id()),
                TextColumn.of("role", grants, grant -> grant.id().role()),
                TextColumn.of("name", grants, GrantDecision::name),
                TextColumn.of("benefit", grants, GrantDecision::benefit),
                TextColumn.of("kind", grants, grant -> grant.kind().name()),
                TextColumn.of("status", grants, grant -> grant.status().name()),
                TextColumn.of("period", grants, GrantDecision::period),
                TextColumn.of("fen", grants, grant -> Long.toString(grant.amount().fen())),
                TextColumn.of("due_fen", grants, grant -> Long.toString(grant.due().fen())),
                TextColumn.of("key", grants, GrantDecision::key),
                TextColumn.of("beneficiary", grants, GrantDecision::beneficiary),
                TextColumn.of("holders", grants, grant -> Texts.join(grant.holders())),
                TextColumn.of("adjusts", grants, grant -> Texts.of(grant.adjusts())),
                TextColumn.of("assignee", grants, GrantDecision::assignee),
                TextColumn.of("reasons", grants, GrantDecision::reasons)));
    // A run without them has the digest that it had before there were any.
    if (all.stream().anyMatch(grant -> grant.expiresOn() != null)) {
      columns.add(TextColumn.of("expires_on", grants, grant -> Texts.of(grant.expiresOn())));
    }
    if (all.stream().anyMatch(GrantDecision::isClawBack)) {
      columns.add(TextColumn.of("claw_back", grants, grant -> grant.isClawBack() ? CLAW_BACK : ""));
    }
    return columns;
  }

  /**
   * The grants of a chunk, by row.
   *
   * @param ofRun the period of their run: what those are for that name none
   */
  static Cells<GrantDecision> grants(UnpackedRows rows, String ofRun) {
    Cells<String> id = rows.column("entity_id");
    Cells<String> role = rows.column("role");
    Cells<String> name = rows.column("name");
    Cells<String> benefit = rows.column("benefit");
    Cells<Grant.Kind> kind = rows.column("kind", Grant.Kind::valueOf);
    Cells<GrantDecision.Status> status = rows.column("status", GrantDecision.Status::valueOf);
    Cells<String> period = rows.column("period", text -> text.isEmpty() ? ofRun : text);
    Cells<Money> amount = rows.column("fen", PaymentRow::money);
    Cells<Money> due = rows.column("due_fen", PaymentRow::money);
    Cells<String> key = rows.column("key");
    Cells<String> beneficiary = rows.column("beneficiary");
    Cells<Map<String, String>> holders = rows.column("holders", Texts::map);
    Cells<@Nullable Long> adjusts =
        rows.column("adjusts", text -> text.isEmpty() ? null : Long.valueOf(text));
    Cells<String> assignee = rows.column("assignee");
    Cells<@Nullable LocalDate> expiresOn = rows.column("expires_on", Texts::day);
    Cells<Boolean> isClawBack = rows.column("claw_back", CLAW_BACK::equals);
    Cells<String> reasons = rows.column("reasons");
    return row ->
        new GrantDecision(
            new EntityId(id.at(row), role.at(row)),
            name.at(row),
            benefit.at(row),
            kind.at(row),
            status.at(row),
            period.at(row),
            amount.at(row),
            due.at(row),
            key.at(row),
            beneficiary.at(row),
            holders.at(row),
            adjusts.at(row),
            assignee.at(row),
            expiresOn.at(row),
            isClawBack.at(row),
            reasons.at(row));
  }

  static List<TextColumn> ofFees(IntFunction<FeeStatement> fees) {
    return List.of(
        TextColumn.of("entity_id", fees, fee -> fee.id().id()),
        TextColumn.of("role", fees, fee -> fee.id().role()),
        TextColumn.of("name", fees, FeeStatement::name),
        TextColumn.of("base_fen_before", fees, fee -> Long.toString(fee.baseBefore().fen())),
        TextColumn.of("base_fen_after", fees, fee -> Long.toString(fee.baseAfter().fen())),
        TextColumn.of("fen", fees, fee -> Long.toString(fee.amount().fen())),
        TextColumn.of("standard_fen", fees, fee -> Long.toString(fee.standardAmount().fen())),
        TextColumn.of("saved_fen", fees, fee -> Long.toString(fee.saved().fen())),
        TextColumn.of("reduced", fees, fee -> Boolean.toString(fee.reduced())),
        TextColumn.of("reasons", fees, FeeStatement::reasons));
  }

  /** The fee statements of a chunk, by row. */
  static Cells<FeeStatement> fees(UnpackedRows rows) {
    Cells<String> id = rows.column("entity_id");
    Cells<String> role = rows.column("role");
    Cells<String> name = rows.column("name");
    Cells<Money> before = rows.column("base_fen_before", PaymentRow::money);
    Cells<Money> after = rows.column("base_fen_after", PaymentRow::money);
    Cells<Money> amount = rows.column("fen", PaymentRow::money);
    Cells<Money> standard = rows.column("standard_fen", PaymentRow::money);
    Cells<Money> saved = rows.column("saved_fen", PaymentRow::money);
    Cells<Boolean> reduced = rows.column("reduced", Boolean::valueOf);
    Cells<String> reasons = rows.column("reasons");
    return row ->
        new FeeStatement(
            new EntityId(id.at(row), role.at(row)),
            name.at(row),
            before.at(row),
            after.at(row),
            amount.at(row),
            standard.at(row),
            saved.at(row),
            reduced.at(row),
            reasons.at(row));
  }

  private static Money money(String fen) {
    return fen.equals("0") ? Money.ZERO : new Money(Long.parseLong(fen));
  }
}
