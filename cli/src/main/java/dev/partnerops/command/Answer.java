package dev.partnerops.command;

import dev.partnerops.model.EntityId;
import dev.partnerops.model.Fraction;
import dev.partnerops.model.Message;
import dev.partnerops.model.Money;
import dev.partnerops.model.ToolException;
import dev.partnerops.model.Value;
import dev.partnerops.output.Column;
import dev.partnerops.output.PrintOptions;
import dev.partnerops.output.ResultTable;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Picks columns, sorts, cuts and prints a result, to stdout or to a private file (RULES 22, 55).
 */
final class Answer {

  private final Session session;
  private final CommonOptions options;

  Answer(Session session, CommonOptions options) {
    this.session = session;
    this.options = options;
  }

  void print(ResultTable table) {
    ResultTable picked = pick(cut(sort(table)));
    PrintOptions print = new PrintOptions(!options.noHeader, options.raw);
    write(out -> session.format().print(picked, print, session.messages(), out));
  }

  /** What is no table and has one form only. */
  void print(String text) {
    write(out -> out.print(text));
  }

  private void write(Consumer<PrintWriter> answer) {
    if (options.out == null) {
      answer.accept(session.out());
      return;
    }
    AnswerFile.write(session.path(options.out), answer);
  }

  private ResultTable sort(ResultTable table) {
    if (options.sort == null) {
      return table;
    }
    Comparator<List<? extends @Nullable Object>> order = null;
    for (String key : options.sort) {
      boolean down = key.startsWith("-");
      int index = indexOf(table, down ? key.substring(1) : key);
      Comparator<List<? extends @Nullable Object>> byKey =
          (left, right) -> compare(left.get(index), right.get(index), down);
      order = order == null ? byKey : order.thenComparing(byKey);
    }
    List<List<? extends @Nullable Object>> rows = new ArrayList<>();
    table.rows().forEach(rows::add);
    if (order != null) {
      rows.sort(order);
    }
    return new ResultTable(table.columns(), rows);
  }

  /** Nothing is always last; numbers by value, texts by their bytes (RULES 16). */
  private static int compare(@Nullable Object left, @Nullable Object right, boolean down) {
    Object a = key(left);
    Object b = key(right);
    if (a == null || b == null) {
      return a == null && b == null ? 0 : a == null ? 1 : -1;
    }
    int order =
        a instanceof Fraction first && b instanceof Fraction second
            ? first.compareTo(second)
            : EntityId.compareBytes(a.toString(), b.toString());
    return down ? -order : order;
  }

  private static @Nullable Object key(@Nullable Object cell) {
    return switch (cell) {
      case null -> null;
      case Long whole -> Fraction.of(whole);
      case Integer whole -> Fraction.of(whole);
      case Money money -> money.yuan();
      case BigDecimal decimal -> Fraction.of(decimal);
      case Value.Text(String text) -> text;
      case Value.Day(LocalDate day) -> day;
      case Value.Flag(boolean flag) -> flag;
      case Value value -> value.findNumber().orElse(null);
      default -> cell;
    };
  }

  private ResultTable cut(ResultTable table) {
    if (options.limit == null) {
      return table;
    }
    List<List<? extends @Nullable Object>> rows = new ArrayList<>();
    for (List<? extends @Nullable Object> row : table.rows()) {
      if (rows.size() >= options.limit) {
        break;
      }
      rows.add(row);
    }
    return new ResultTable(table.columns(), rows);
  }

  private ResultTable pick(ResultTable table) {
    if (options.columns == null) {
      return table;
    }
    List<Integer> indexes = options.columns.stream().map(name -> indexOf(table, name)).toList();
    List<Column> columns = indexes.stream().map(table.columns()::get).toList();
    return new ResultTable(
        columns,
        () -> {
          Iterator<? extends List<? extends @Nullable Object>> rows = table.rows().iterator();
          return new Iterator<List<? extends @Nullable Object>>() {
            @Override
            public boolean hasNext() {
              return rows.hasNext();
            }

            @Override
            public List<? extends @Nullable Object> next() {
              List<? extends @Nullable Object> row = rows.next();
              List<@Nullable Object> picked = new ArrayList<>(indexes.size());
              for (int index : indexes) {
                picked.add(row.get(index));
              }
              return picked;
            }
          };
        });
  }

  private static int indexOf(ResultTable table, String name) {
    for (int i = 0; i < table.columns().size(); i++) {
      if (table.columns().get(i).name().equals(name)) {
        return i;
      }
    }
    List<String> names = table.columns().stream().map(Column::name).toList();
    throw new ToolException.Usage(Message.of("command.column-unknown", name, names));
  }
}
