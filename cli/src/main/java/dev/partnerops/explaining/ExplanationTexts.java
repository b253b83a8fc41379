package dev.partnerops.explaining;

import dev.partnerops.deciding.EntityDecision;
import dev.partnerops.evaluating.Explanations;
import dev.partnerops.ledger.Run;
import dev.partnerops.ledger.RunStatus;
import dev.partnerops.ledger.StandingOverride;
import dev.partnerops.model.Message;
import dev.partnerops.paying.FeeStatement;
import dev.partnerops.paying.GrantDecision;
import dev.partnerops.wording.Titles;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What was decided of an entity, in sentences. */
final class ExplanationTexts {

  private ExplanationTexts() {}

  static List<Message> summary(Explanations.Explained explained) {
    Run run = explained.run();
    EntityDecision decision = explained.decision();
    Titles titles = new Titles(explained.editions());
    List<Message> lines = new ArrayList<>();
    lines.add(
        Message.of(
            "explaining.head",
            who(decision),
            run.programme(),
            run.period().label(),
            run.run(),
            word(run.status().word()),
            run.asOf()));
    if (decision.score() != null) {
      lines.add(
          Message.of(
              "explaining.score",
              decision.score().round(2),
              word(decision.status().word()),
              decision.rank() == null ? "-" : decision.rank()));
    } else {
      lines.add(Message.of("explaining.status", word(decision.status().word())));
    }
    if (decision.action() != null) {
      lines.add(
          Message.of(
              "explaining.tier",
              titles.tier(decision.tierBefore()),
              titles.tier(decision.tierAfter()),
              word(decision.action().word()),
              decision.reasons()));
    }
    StandingOverride override = explained.override();
    if (override != null && override.tier() != null) {
      lines.add(
          Message.of(
              "explaining.override",
              override.override(),
              titles.tier(override.tier()),
              override.until(),
              override.reason(),
              override.by(),
              Objects.requireNonNullElse(override.approvedBy(), "-"),
              titles.tier(decision.tierCalculated())));
    }
    if (decision.place() != null) {
      lines.add(Message.of("explaining.badge", decision.place(), titles.badge(decision.badge())));
    }
    for (GrantDecision grant : explained.grants()) {
      Message granted =
          Message.of(
              "explaining.grant",
              titles.benefit(grant.benefit()),
              word(grant.word(run.status() == RunStatus.APPROVED)),
              grant.amount(),
              grant.reasons());
      lines.add(
          grant.expiresOn() == null
              ? granted
              : Message.of("explaining.grant.expires", granted, grant.expiresOn()));
    }
    for (FeeStatement fee : explained.fees()) {
      lines.add(
          Message.of(
              "explaining.fee",
              fee.baseBefore(),
              fee.baseAfter(),
              fee.amount(),
              fee.standardAmount(),
              fee.saved()));
    }
    return lines;
  }

  /** Whose name is not known stands under its id, it is said once. */
  private static String who(EntityDecision decision) {
    String id = decision.id().id();
    return decision.name().isEmpty() || decision.name().equals(id)
        ? id
        : id + " " + decision.name();
  }

  /** A status or an action as a sentence says it: {@code downgrade}. */
  private static Message word(String word) {
    return Message.of("explaining.word." + word);
  }
}
