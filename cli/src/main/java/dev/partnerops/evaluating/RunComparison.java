package dev.partnerops.evaluating;

import dev.partnerops.deciding.EntityDecision;
import dev.partnerops.ledger.Run;
import dev.partnerops.ledger.RunRows;
import dev.partnerops.ledger.RunStatus;
import dev.partnerops.model.EntityId;
import dev.partnerops.paying.FeeStatement;
import dev.partnerops.paying.GrantDecision;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Compares what two runs of a programme decided, result by result: to say what changed from one to
 * the next, or whether a stored run comes out alike today.
 */
public final class RunComparison {

  private final boolean exactly;
  private final List<Change> changes = new ArrayList<>();

  private RunComparison(boolean exactly) {
    this.exactly = exactly;
  }

  /** The part of a run that a result belongs to: what the command of that name prints. */
  public enum Part {
    SCORE,
    TIER,
    BADGE,
    SUBSIDY,
    FEE,
    VALUE;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** A run with its rows. */
  public record Side(Run run, RunRows rows) {}

  /**
   * A result that the two do not share.
   *
   * @param benefit of a subsidy; empty for all else
   * @param what the column; of a subsidy with its benefit, as {@code star-bonus.amount}, or {@code
   *     star-bonus@2020-09.amount} where an earlier period was reckoned again
   * @param a and {@code b}: as printed; empty where the run has no such result
   */
  public record Change(
      Part part, EntityId id, String name, String benefit, String what, String a, String b) {}

  /** What prints otherwise: sorted by part, then entity. */
  public static List<Change> ofResults(Side a, Side b) {
    return new RunComparison(false).compare(a, b);
  }

  /** Everything that is kept and differs, however little, values of metrics too. */
  public static List<Change> ofEverything(Side a, Side b) {
    return new RunComparison(true).compare(a, b);
  }

  /** What names a result in both runs: of several grants alike, by their turn. */
  private record Key(EntityId id, String of) {}

  /**
   * A row of a run.
   *
   * @param content equal in both runs where no cell can differ
   */
  private record Row(
      String name, String benefit, Object content, Supplier<List<ResultCell>> cells) {}

  private List<Change> compare(Side a, Side b) {
    Map<Key, Row> left = rows(a);
    Map<Key, Row> right = rows(b);
    Set<Key> keys = new LinkedHashSet<>(left.keySet());
    keys.addAll(right.keySet());
    for (Key key : keys) {
      compare(key.id(), left.get(key), right.get(key));
    }
    changes.sort(Comparator.comparing(Change::part).thenComparing(Change::id));
    return changes;
  }

  private Map<Key, Row> rows(Side side) {
    Map<Key, Row> rows = new LinkedHashMap<>();
    RunRows run = side.rows();
    for (int i = 0; i < run.decisions().size(); i++) {
      EntityDecision decision = run.decisions().get(i);
      int edition = run.editions().get(i);
      rows.put(
          new Key(decision.id(), "decision"),
          new Row(
              decision.name(),
              "",
              List.of(decision, edition),
              () -> ResultCell.of(decision, edition)));
    }
    boolean approved = side.run().status() == RunStatus.APPROVED;
    String period = side.run().period().label();
    for (GrantDecision grant : run.grants()) {
      String of = grant.benefit() + (grant.period().equals(period) ? "" : "@" + grant.period());
      String named = of;
      for (int turn = 2; rows.containsKey(new Key(grant.id(), "grant " + named)); turn++) {
        named = of + "#" + turn;
      }
      String what = named;
      rows.put(
          new Key(grant.id(), "grant " + what),
          new Row(
              grant.name(),
              grant.benefit(),
              List.of(grant, approved),
              () -> ResultCell.of(grant, what, approved)));
    }
    for (FeeStatement fee : run.fees()) {
      rows.put(new Key(fee.id(), "fee"), new Row(fee.name(), "", fee, () -> ResultCell.of(fee)));
    }
    if (exactly) {
      run.values()
          .forEach((id, values) ->
              rows.put(
                  new Key(id, "value"),
                  new Row("", "", values, () -> ResultCell.of(run.references(), values))));
      run.waiting()
          .forEach((id, standing) ->
              rows.put(
                  new Key(id, "waiting"),
                  new Row("", "", standing, () -> ResultCell.ofWaiting(standing))));
    }
    return rows;
  }

  private void compare(EntityId id, @Nullable Row a, @Nullable Row b) {
    if (a != null && b != null && a.content().equals(b.content())) {
      return;
    }
    Row known = b == null ? a : b;
    if (known == null) {
      throw new IllegalStateException("a key of neither run");
    }
    Map<String, ResultCell> left = byName(a);
    Map<String, ResultCell> right = byName(b);
    Set<String> names = new LinkedHashSet<>(right.keySet());
    names.addAll(left.keySet());
    for (String name : names) {
      ResultCell one = left.get(name);
      ResultCell other = right.get(name);
      ResultCell either = other == null ? one : other;
      if (either != null && (exactly || either.isShown())) {
        String from = text(one, other);
        String to = text(other, one);
        if (!from.equals(to)) {
          changes.add(
              new Change(
                  either.part(), id, known.name(), known.benefit(), either.what(), from, to));
        }
      }
    }
  }

  /** Exactly, what prints alike and is not is told by all its digits. */
  private String text(@Nullable ResultCell cell, @Nullable ResultCell other) {
    if (cell == null) {
      return "";
    }
    boolean alike = other != null && cell.text().equals(other.text());
    return exactly && alike ? cell.exact() : cell.text();
  }

  private static Map<String, ResultCell> byName(@Nullable Row row) {
    Map<String, ResultCell> cells = new LinkedHashMap<>();
    if (row != null) {
      row.cells().get().forEach(cell -> cells.put(cell.part().word() + " " + cell.what(), cell));
    }
    return cells;
  }
}
