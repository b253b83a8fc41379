package dev.partnerops.importing;

import dev.partnerops.model.Message;
import dev.partnerops.model.Money;
import dev.partnerops.model.ToolException;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What {@code --expect rows=…,amount=…} says of a file; each may be absent.
 *
 * @param rows rows below the header
 * @param fen money of all rows
 */
public record Expectation(OptionalLong rows, OptionalLong fen) {

  public static final Expectation NONE =
      new Expectation(OptionalLong.empty(), OptionalLong.empty());

  public static Expectation parse(String text) {
    OptionalLong rows = OptionalLong.empty();
    OptionalLong fen = OptionalLong.empty();
    // A comma of "1,234" is not one between two expectations.
    for (String part : text.split(",(?=\\s*[a-z]+=)", -1)) {
      int equals = part.indexOf('=');
      String name = equals < 0 ? part.strip() : part.substring(0, equals).strip();
      String value = equals < 0 ? "" : part.substring(equals + 1).strip();
      long number =
          switch (name) {
            case "rows" -> Numbers.whole(value);
            case "amount" -> Numbers.fen(value);
            default -> throw new ToolException.Usage(Message.of("importing.expect.name", name));
          };
      if (Numbers.isProblem(number)) {
        throw new ToolException.Usage(Message.of("importing.expect.value", name, value));
      }
      if (name.equals("rows")) {
        rows = OptionalLong.of(number);
      } else {
        fen = OptionalLong.of(number);
      }
    }
    return new Expectation(rows, fen);
  }

  /** What differs; empty where the file is as expected. */
  Optional<Message> findDifference(String file, Totals totals, boolean hasMoney) {
    if (rows.isPresent() && rows.getAsLong() != totals.read()) {
      return Optional.of(
          Message.of("importing.expect.rows", file, totals.read(), rows.getAsLong()));
    }
    if (fen.isPresent() && !hasMoney) {
      return Optional.of(Message.of("importing.expect.no-money", file));
    }
    if (fen.isPresent() && (fen.getAsLong() != totals.fen() || totals.unread() > 0)) {
      return Optional.of(
          Message.of(
              "importing.expect.amount",
              file,
              new Money(totals.fen()),
              new Money(fen.getAsLong()),
              totals.unread()));
    }
    return Optional.empty();
  }
}
