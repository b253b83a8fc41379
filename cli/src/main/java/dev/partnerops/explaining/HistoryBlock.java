package dev.partnerops.explaining;

import dev.partnerops.deciding.Action;
import dev.partnerops.deciding.EntityDecision;
import dev.partnerops.evaluating.Explanations;
import dev.partnerops.output.Messages;
import dev.partnerops.wording.Titles;
import java.util.ArrayList;
import java.util.List;

/** What approved runs decided of an entity, period by period. */
final class HistoryBlock {

  private HistoryBlock() {}

  /** Adds nothing where there is no period but the one explained. */
  static void add(Explanations.Explained explained, Messages messages, Page page) {
    List<Explanations.Decided> history = explained.history();
    boolean alone =
        history.stream().allMatch(past -> past.period().equals(explained.run().period()));
    boolean stands =
        history.stream()
            .anyMatch(past ->
                past.decision().action() != null
                    || past.decision().score() != null
                    || past.decision().place() != null);
    if (alone || !stands) {
      return;
    }
    Titles titles = new Titles(explained.editions());
    List<List<String>> rows = new ArrayList<>();
    for (Explanations.Decided past : history) {
      EntityDecision decision = past.decision();
      Action action = decision.action();
      rows.add(
          List.of(
              past.period().label(),
              decision.score() == null
                  ? messages.text("explaining.word." + decision.status().word())
                  : Numbers.score(decision.score()),
              action == null ? "" : text(titles.tier(decision.tierAfter()), messages),
              action == null ? "" : messages.text("explaining.word." + action.word()),
              decision.place() == null ? "" : String.valueOf(decision.place()),
              decision.badge().isEmpty() ? "" : text(titles.badge(decision.badge()), messages)));
    }
    List<String> header = new ArrayList<>();
    for (String column : List.of("period", "score", "tier", "action", "place", "badge")) {
      header.add(messages.text("explaining.column." + column));
    }
    List<Integer> kept = new ArrayList<>();
    for (int i = 0; i < header.size(); i++) {
      int column = i;
      if (rows.stream().anyMatch(row -> !row.get(column).isEmpty())) {
        kept.add(i);
      }
    }
    page.heading(messages.text("explaining.heading.history"));
    page.add(
        new Page.Block.Table(
            kept.stream().map(header::get).toList(),
            rows.stream().map(row -> kept.stream().map(row::get).toList()).toList(),
            List.of(1)));
  }

  private static String text(Object titled, Messages messages) {
    return messages.text("explaining.as-it-is", titled);
  }
}
