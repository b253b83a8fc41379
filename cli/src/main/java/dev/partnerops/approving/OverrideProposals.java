package dev.partnerops.approving;

import dev.partnerops.command.PersonName;
import dev.partnerops.command.Session;
import dev.partnerops.evaluating.EvaluationStore;
import dev.partnerops.ledger.OverrideStore;
import dev.partnerops.ledger.RunStatus;
import dev.partnerops.ledger.StandingOverride;
import dev.partnerops.metrics.Entity;
import dev.partnerops.model.EntityId;
import dev.partnerops.model.EntityKind;
import dev.partnerops.model.Message;
import dev.partnerops.model.Nearest;
import dev.partnerops.model.ToolException;
import dev.partnerops.programme.Instruments;
import dev.partnerops.programme.Programme;
import dev.partnerops.store.Store;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Proposes overrides: the programme, the entity, its role and the tier must be there, and it must
 * still matter (RULES 51). Nothing comes of one before a second person approves it.
 */
final class OverrideProposals {

  /** As many characters as the store keeps. */
  private static final int LONGEST_REASON = 1000;

  private final Session session;

  OverrideProposals(Session session) {
    this.session = session;
  }

  /**
   * What is to be overridden, as written.
   *
   * @param programme id or file; absent: the only one there is
   * @param role empty: none was named
   * @param tier absent: the entity is to be left out
   */
  record Asked(
      String id,
      @Nullable String programme,
      String role,
      @Nullable String tier,
      String reason,
      LocalDate until,
      String by) {}

  /**
   * Proposes it, published when this returns; one that the same person proposed before in the same
   * words, and that nobody rejected, is left as it is.
   */
  StandingOverride propose(Store store, Asked asked) {
    try (EvaluationStore bench = EvaluationStore.open(session, store, store.lastBatch())) {
      StandingOverride wanted = wanted(bench, asked);
      OverrideStore overrides = bench.overrides();
      Optional<StandingOverride> before =
          overrides.list(wanted.programme()).stream()
              .filter(wanted::asksAs)
              .filter(override -> override.status() != RunStatus.REJECTED)
              .findFirst();
      if (before.isPresent()) {
        session.notice(Message.of("approving.override-before", before.get().override()));
        return before.get();
      }
      long number = overrides.insert(wanted, session.surroundings().now());
      store.publish();
      session.notice(Message.of("approving.override-proposed", number));
      return overrides.required(number);
    }
  }

  private StandingOverride wanted(EvaluationStore bench, Asked asked) {
    String by = Objects.requireNonNull(PersonName.of(asked.by()));
    String reason = reason(asked.reason());
    List<Programme> editions = bench.programmes().find(asked.programme());
    Programme newest = editions.getLast();
    if (asked.tier() != null) {
      requireTier(newest.id(), tiers(editions), asked.tier());
    }
    LocalDate asOf = session.asOf(newest.zone());
    if (asked.until().isBefore(asOf)) {
      throw new ToolException.Usage(Message.of("approving.until-past", asked.until(), asOf));
    }
    OverrideApprovals.requireOpen(bench.months(), asked.until());
    List<EntityId> known =
        bench.entities(asOf, newest.zone()).load(newest.entity()).stream()
            .map(Entity::id)
            .filter(entity -> entity.id().equals(asked.id()))
            .toList();
    return new StandingOverride(
        0,
        newest.id(),
        newest.entity(),
        entity(known, newest.entity(), asked),
        asked.tier(),
        reason,
        asked.until(),
        RunStatus.PROPOSED,
        by,
        null);
  }

  private static String reason(String given) {
    String reason = given.strip();
    if (reason.isEmpty()) {
      throw new ToolException.Usage(Message.of("approving.reason-empty"));
    }
    if (reason.length() > LONGEST_REASON) {
      throw new ToolException.Usage(
          Message.of("approving.reason-long", reason.length(), LONGEST_REASON));
    }
    return reason;
  }

  /** Of all its ladders, segments' too, the lowest first. */
  private static Set<String> tiers(List<Programme> editions) {
    Set<String> tiers = new LinkedHashSet<>();
    for (Programme edition : editions) {
      for (Instruments instruments : edition.allInstruments()) {
        tiers.addAll(instruments.tiers());
      }
    }
    return tiers;
  }

  private static void requireTier(String programme, Set<String> tiers, String tier) {
    if (tiers.contains(tier)) {
      return;
    }
    if (tiers.isEmpty()) {
      throw new ToolException.Usage(Message.of("approving.no-ladder", programme));
    }
    List<String> near = Nearest.to(tier, tiers);
    throw new ToolException.Usage(
        near.isEmpty()
            ? Message.of("approving.tier-unknown", programme, tier, tiers)
            : Message.of("approving.tier-unknown-near", programme, tier, near, tiers));
  }

  /** The one entity meant: of a provider in several roles, the role must be named (RULES 9). */
  private static EntityId entity(List<EntityId> known, EntityKind kind, Asked asked) {
    if (known.isEmpty()) {
      throw new ToolException.Usage(
          Message.of("approving.entity-unknown", asked.id(), kind.word()));
    }
    List<String> roles =
        known.stream().map(EntityId::role).filter(role -> !role.isEmpty()).toList();
    if (roles.isEmpty() && !asked.role().isEmpty()) {
      throw new ToolException.Usage(Message.of("approving.role-none", kind.word()));
    }
    List<EntityId> meant =
        known.stream()
            .filter(entity -> asked.role().isEmpty() || entity.role().equals(asked.role()))
            .toList();
    if (meant.isEmpty()) {
      throw new ToolException.Usage(
          Message.of("approving.role-unknown", asked.id(), asked.role(), roles));
    }
    if (meant.size() > 1) {
      throw new ToolException.Usage(Message.of("approving.role-needed", asked.id(), roles));
    }
    return meant.getFirst();
  }
}
