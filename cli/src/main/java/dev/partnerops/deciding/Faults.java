package dev.partnerops.deciding;

import dev.partnerops.model.Message;
import dev.partnerops.model.SourceLine;
import dev.partnerops.model.ToolException;
import dev.partnerops.programme.Clause;
import dev.partnerops.programme.Programme;

/** Policy faults that only a value brings to light; each names file and line. */
final class Faults {

  private Faults() {}

  static ToolException noRow(Programme programme, Clause clause, String by, String value) {
    return fault("deciding.table.no_row", programme, clause, by, value);
  }

  static ToolException notANumber(Programme programme, Clause clause, String value) {
    return fault("deciding.setting.not_a_number", programme, clause, value);
  }

  static ToolException unlike(Programme programme, Clause clause, String value, String threshold) {
    return fault("deciding.comparison.unlike", programme, clause, value, threshold);
  }

  static ToolException protectionUnit(Programme programme, Clause clause) {
    return fault("deciding.protect.unit", programme, clause);
  }

  private static ToolException fault(
      String key, Programme programme, Clause clause, Object... details) {
    Object[] arguments = new Object[details.length + 2];
    arguments[0] = new SourceLine(programme.file(), clause.line()).toString();
    arguments[1] = clause.path();
    System.arraycopy(details, 0, arguments, 2, details.length);
    return new ToolException.Policy(Message.of(key, arguments));
  }
}
