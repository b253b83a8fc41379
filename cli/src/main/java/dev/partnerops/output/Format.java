package dev.partnerops.output;

import java.io.PrintWriter;
import java.util.Locale;

/** The formats of {@code -o} (SPEC section 6). */
public enum Format {
  TABLE,
  CSV,
  TSV,
  JSON,
  NDJSON,
  MARKDOWN;

  /** Prints the whole table; {@link ClosedPipeException} where nobody reads any more. */
  public void print(ResultTable table, PrintOptions options, Messages messages, PrintWriter out) {
    Printer printer =
        switch (this) {
          case TABLE -> new AlignedPrinter(AlignedPrinter.Style.PLAIN);
          case MARKDOWN -> new AlignedPrinter(AlignedPrinter.Style.MARKDOWN);
          case CSV -> new SeparatedPrinter(',');
          case TSV -> new SeparatedPrinter('\t');
          case JSON -> new JsonPrinter(true);
          case NDJSON -> new JsonPrinter(false);
        };
    printer.print(table, options, messages, out);
    AnswerWriter.requireWritten(out);
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
