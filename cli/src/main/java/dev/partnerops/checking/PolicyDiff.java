package dev.partnerops.checking;

import dev.partnerops.command.Session;
import dev.partnerops.model.Message;
import dev.partnerops.output.Column;
import dev.partnerops.output.Format;
import dev.partnerops.output.ResultTable;
import dev.partnerops.output.SafeText;
import dev.partnerops.programme.Programme;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code policy diff}: one sentence a change, with path and line on both sides. */
final class PolicyDiff {

  private static final List<Column> COLUMNS =
      List.of(
          Column.text("part"),
          Column.count("line_before"),
          Column.count("line_after"),
          Column.text("before"),
          Column.text("after"),
          Column.text("what"));

  private final Session session;
  private final PolicyTexts texts;

  PolicyDiff(Session session, PolicyTexts texts) {
    this.session = session;
    this.texts = texts;
  }

  /** Whether the two differ. */
  boolean print(Programme before, Programme after) {
    List<Difference> differences = Difference.between(outline(before), outline(after));
    String entities = texts.wording(after).entities();
    if (differences.isEmpty()) {
      session.notice(Message.of("checking.diff.none", name(before), name(after)));
    }
    if (session.format() == Format.TABLE) {
      StringBuilder lines = new StringBuilder();
      differences.forEach(each ->
          lines
              .append(SafeText.forTerminal(session.messages().text(line(each, entities))))
              .append('\n'));
      session.print(lines.toString());
    } else {
      List<List<@Nullable Object>> rows = new ArrayList<>();
      differences.forEach(each -> rows.add(row(each, entities)));
      session.print(new ResultTable(COLUMNS, rows));
    }
    return !differences.isEmpty();
  }

  private Part outline(Programme programme) {
    return Outline.of(new PartMaker(session.messages(), texts.wording(programme)));
  }

  private static String name(Programme programme) {
    return programme.id() + "@" + programme.edition();
  }

  private List<@Nullable Object> row(Difference difference, String entities) {
    Part before = difference.before();
    Part after = difference.after();
    return Arrays.asList(
        path(difference),
        before == null ? null : (long) before.line(),
        after == null ? null : (long) after.line(),
        before == null ? null : before.value(),
        after == null ? null : after.value(),
        session.messages().text(sentence(difference, entities)));
  }

  private static String path(Difference difference) {
    Part after = difference.after();
    Part before = difference.before();
    return after != null ? after.path() : before != null ? before.path() : "";
  }

  private static Message line(Difference difference, String entities) {
    Part before = difference.before();
    Part after = difference.after();
    Message what = sentence(difference, entities);
    if (before != null && after != null && before.line() != after.line()) {
      return Message.of(
          "checking.diff.line.both", path(difference), before.line(), after.line(), what);
    }
    Part only = after != null ? after : before;
    return Message.of("checking.diff.line", path(difference), only == null ? 1 : only.line(), what);
  }

  private static Message sentence(Difference difference, String entities) {
    Message what = change(difference);
    return difference.effect() == Effect.NONE
        ? what
        : Message.of("checking.diff.effect." + difference.effect().word(), what, entities);
  }

  private static Message change(Difference difference) {
    Part before = difference.before();
    Part after = difference.after();
    if (before != null && after != null) {
      String key =
          switch (difference.kind()) {
            case REORDERED -> "checking.diff.reordered";
            case CHANGED, ADDED, REMOVED -> "checking.diff.changed";
          };
      return Message.of(key, after.subject(), before.value(), after.value());
    }
    if (after != null) {
      return after.value().isEmpty()
          ? Message.of("checking.diff.added", after.home())
          : Message.of("checking.diff.added.value", after.home(), after.value());
    }
    if (before == null) {
      throw new IllegalStateException("a difference has a side");
    }
    return before.value().isEmpty()
        ? Message.of("checking.diff.removed", before.home())
        : Message.of("checking.diff.removed.value", before.home(), before.value());
  }
}
