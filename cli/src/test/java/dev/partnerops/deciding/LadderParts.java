package dev.partnerops.deciding;

import dev.partnerops.programme.Condition;
import dev.partnerops.programme.Ladder;
import dev.partnerops.programme.Length;
import dev.partnerops.programme.Setting;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A ladder under construction, with the documented defaults. */
public final class LadderParts {

  private final List<Ladder.Tier> tiers;
  private @Nullable Condition require;
  private Ladder.Move up = move("ladder.up", "1", false, false);
  private Ladder.Move down = move("ladder.down", "1", false, false);
  private Ladder.NotRated notRated = Ladder.NotRated.PAUSE;
  private Ladder.@Nullable Protection protection;
  private @Nullable Condition admit;
  private @Nullable Condition exit;
  private @Nullable Setting readmitAfter;

  LadderParts(List<Ladder.Tier> tiers) {
    this.tiers = tiers;
  }

  LadderParts require(Condition condition) {
    require = condition;
    return this;
  }

  public LadderParts up(String after, boolean oneStep) {
    up = move("ladder.up", after, false, oneStep);
    return this;
  }

  LadderParts down(String after, boolean oneStep) {
    down = move("ladder.down", after, false, oneStep);
    return this;
  }

  LadderParts downNever() {
    down = move("ladder.down", "1", true, false);
    return this;
  }

  LadderParts notRated(Ladder.NotRated how) {
    notRated = how;
    return this;
  }

  LadderParts protect(
      String count,
      Length.Unit unit,
      @Nullable Condition when,
      boolean pauses,
      @Nullable Condition until,
      @Nullable String show) {
    protection =
        new Ladder.Protection(
            Policies.of(count),
            unit,
            when,
            pauses,
            until,
            show == null ? null : Policies.of(show),
            Policies.at("ladder.protect"));
    return this;
  }

  LadderParts admit(Condition condition) {
    admit = condition;
    return this;
  }

  public LadderParts exit(Condition condition) {
    exit = condition;
    return this;
  }

  LadderParts readmitAfter(String days) {
    readmitAfter = Policies.of(days);
    return this;
  }

  public Ladder build() {
    return new Ladder(
        tiers,
        require,
        up,
        down,
        notRated,
        protection,
        admit,
        exit,
        readmitAfter,
        Policies.at("ladder"));
  }

  private static Ladder.Move move(String path, String after, boolean never, boolean oneStep) {
    return new Ladder.Move(Policies.of(after), never, oneStep, Policies.at(path));
  }
}
