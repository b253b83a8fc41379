package dev.partnerops.bookkeeping;

import dev.partnerops.ledger.Payout;
import dev.partnerops.ledger.Payouts;
import dev.partnerops.model.Sha256;
import dev.partnerops.output.Column;
import dev.partnerops.output.Format;
import dev.partnerops.output.Messages;
import dev.partnerops.output.PrintOptions;
import dev.partnerops.output.ResultTable;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands beside the csv of a payout file, as one JSON object: its number, what it holds, the
 * SHA-256 of the csv, and that of the manifest before. So each vouches for all that came before it.
 */
final class PayoutManifest {

  private static final List<Column> COLUMNS =
      List.of(
          Column.count("payout"),
          Column.text("programme"),
          Column.text("kind"),
          Column.text("file"),
          Column.count("first_entry"),
          Column.count("last_entry"),
          Column.count("entries"),
          Column.count("beneficiaries"),
          Column.money("amount"),
          Column.text("sha256"),
          Column.text("previous_manifest_sha256"));

  private PayoutManifest() {}

  /**
   * The text.
   *
   * @param before all payout files with a lower number
   */
  static String text(Payout payout, Payouts before, Messages messages) {
    List<@Nullable Object> row =
        Arrays.<@Nullable Object>asList(
            payout.payout(),
            payout.programme(),
            payout.kind(),
            PayoutFolder.csv(payout.payout()),
            payout.firstEntry(),
            payout.lastEntry(),
            payout.entries(),
            payout.beneficiaries(),
            payout.amount(),
            payout.digest(),
            before.find(payout.payout() - 1).map(Payout::manifestDigest).orElse(null));
    StringWriter text = new StringWriter();
    Format.NDJSON.print(
        new ResultTable(COLUMNS, List.of(row)),
        new PrintOptions(true, false),
        messages,
        new PrintWriter(text));
    return text.toString();
  }

  /** The same payout with the digest of its manifest. */
  static Payout sealed(Payout payout, Payouts before, Messages messages) {
    return payout.withManifest(Sha256.of(text(payout, before, messages)));
  }
}
