package dev.partnerops.importing;

import dev.partnerops.model.Message;
import dev.partnerops.model.ToolException;

/** How long a record and a cell may be, and what is said of those that are longer. */
final class RecordBounds {

  static final int RECORD_BYTES = 1 << 20;
  static final int CELL_BYTES = 1 << 16;

  private RecordBounds() {}

  static ToolException.Input recordTooLong(String file, long line) {
    return fault(file, line, Message.of("importing.record.long", RECORD_BYTES));
  }

  static ToolException.Input cellTooLong(String file, long line) {
    return fault(file, line, Message.of("importing.record.cell", CELL_BYTES));
  }

  static ToolException.Input quotedTooLong(String file, long line) {
    return fault(file, line, Message.of("importing.record.cell-quoted", CELL_BYTES));
  }

  static ToolException.Input fault(String file, long line, Message what) {
    return new ToolException.Input(Message.of("importing.at-line", file, line, what));
  }
}
