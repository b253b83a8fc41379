package dev.partnerops.checking;

import dev.partnerops.deciding.History;
import dev.partnerops.deciding.Recorded;
import dev.partnerops.model.EntityId;
import dev.partnerops.model.Money;
import dev.partnerops.programme.PolicyTest;
import dev.partnerops.programme.Programme;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a test says was recorded: of its own programme the steps before, of others what it states of
 * their last approved run.
 */
final class TestHistory implements History {

  private final String programme;
  private final Map<EntityId, List<Recorded>> own;
  private final Map<Other, List<Recorded>> others;
  private final Function<String, Optional<Programme>> policies;
  private final LocalDate day;
  private final Map<EntityId, Player> players = new HashMap<>();

  /**
   * The history of one step.
   *
   * @param own by entity, oldest first
   * @param others what earlier steps stated of other programmes, oldest first
   * @param policies the newest edition of a programme, for the order of its tiers
   * @param day on which the periods of others ended: that of the step's own
   */
  TestHistory(
      String programme,
      Map<EntityId, List<Recorded>> own,
      Map<Other, List<Recorded>> others,
      Function<String, Optional<Programme>> policies,
      LocalDate day) {
    this.programme = programme;
    this.own = own;
    this.others = others;
    this.policies = policies;
    this.day = day;
  }

  /** An entity in another programme. */
  record Other(String programme, EntityId id) {}

  void add(Player player) {
    players.put(player.candidate().id(), player);
  }

  @Override
  public List<Recorded> of(String other, EntityId id) {
    if (other.equals(programme)) {
      return own.getOrDefault(id, List.of());
    }
    Player player = players.get(id);
    if (player == null) {
      return List.of();
    }
    PolicyTest.Other stated = player.facts().others().get(other);
    if (stated == null) {
      player.asked().others().add(other);
      return List.of();
    }
    List<Recorded> all = new ArrayList<>(others.getOrDefault(new Other(other, id), List.of()));
    if (!stated.none()) {
      all.add(recorded(stated));
    }
    return all;
  }

  /** What a step states of others, for those that follow it. */
  void keep(TestState state) {
    players.forEach((id, player) ->
        player
            .facts()
            .others()
            .forEach((programme, stated) -> {
              if (!stated.none()) {
                state.record(new Other(programme, id), recorded(stated));
              }
            }));
  }

  private Recorded recorded(PolicyTest.Other stated) {
    Map<String, Money> granted = new LinkedHashMap<>();
    stated.granted().forEach((benefit, yuan) -> granted.put(benefit, Money.rounded(yuan)));
    return new Recorded(
        day,
        stated.tier(),
        stated.badge(),
        stated.score(),
        stated.rank(),
        stated.points(),
        granted);
  }

  @Override
  public List<String> tiers(String other) {
    return policies.apply(other).map(policy -> policy.instruments().tiers()).orElse(List.of());
  }

  @Override
  public List<String> badges(String other) {
    return policies.apply(other).map(policy -> policy.instruments().badges()).orElse(List.of());
  }
}
