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
 * their last approved run, which is of the period that is judged (RULES 34), and what steps before
 * stated so.
 */
final class TestHistory implements History {

  private final String programme;
  private final Map<EntityId, List<Recorded>> own;
  private final Map<EntityId, Map<String, List<Recorded>>> others;
  private final Function<String, Optional<Programme>> policies;
  private final LocalDate day;
  private final Map<EntityId, Player> players = new HashMap<>();

  /**
   * The history of one step.
   *
   * @param own by entity, oldest first
   * @param others what steps before stated, by entity and programme, oldest first
   * @param policies the newest edition of a programme, for the order of its tiers
   * @param day on which the period ends, of this programme and of the others
   */
  TestHistory(
      String programme,
      Map<EntityId, List<Recorded>> own,
      Map<EntityId, Map<String, List<Recorded>>> others,
      Function<String, Optional<Programme>> policies,
      LocalDate day) {
    this.programme = programme;
    this.own = own;
    this.others = others;
    this.policies = policies;
    this.day = day;
  }

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
    if (stated.none()) {
      return List.of();
    }
    List<Recorded> recorded =
        new ArrayList<>(others.getOrDefault(id, Map.of()).getOrDefault(other, List.of()));
    recorded.add(recorded(stated, day));
    return recorded;
  }

  /**
   * What a step states of another programme, as its run recorded it.
   *
   * @param day on which its period ended
   */
  static Recorded recorded(PolicyTest.Other stated, LocalDate day) {
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
