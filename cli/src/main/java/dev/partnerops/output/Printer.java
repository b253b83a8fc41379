package dev.partnerops.output;

import java.io.PrintWriter;

/** Writes a table in one format. */
interface Printer {

  /** How many rows go out between two looks at whether anybody still reads. */
  int ROWS_BETWEEN_CHECKS = 256;

  void print(ResultTable table, PrintOptions options, Messages messages, PrintWriter out);

  static void stopIfClosed(PrintWriter out, long rows) {
    if (rows % ROWS_BETWEEN_CHECKS == 0) {
      AnswerWriter.requireWritten(out);
    }
  }
}
