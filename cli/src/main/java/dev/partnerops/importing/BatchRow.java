package dev.partnerops.importing;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * The row that publishes a batch (RULES 5): {@code base.batch}. Money is null for a data set
 * without it, days where no row was written.
 */
public record BatchRow(
    long batch,
    String dataset,
    String file,
    String digest,
    String action,
    @Nullable Long withdraws,
    long read,
    long inserted,
    long amended,
    long unchanged,
    long rejected,
    @Nullable Long fenInserted,
    @Nullable Long fenAmended,
    @Nullable Long fenUnchanged,
    @Nullable Long fenRejected,
    long unread,
    @Nullable LocalDate minDay,
    @Nullable LocalDate maxDay,
    Instant publishedAt) {

  static final String IMPORT = "import";
  static final String WITHDRAW = "withdraw";

  /** CRC-32C over everything else, so that damage is noticed. */
  public long checksum() {
    String text =
        String.join(
            "\n",
            Long.toString(batch),
            dataset,
            file,
            digest,
            action,
            String.valueOf(withdraws),
            Long.toString(read),
            Long.toString(inserted),
            Long.toString(amended),
            Long.toString(unchanged),
            Long.toString(rejected),
            String.valueOf(fenInserted),
            String.valueOf(fenAmended),
            String.valueOf(fenUnchanged),
            String.valueOf(fenRejected),
            Long.toString(unread),
            String.valueOf(minDay),
            String.valueOf(maxDay),
            publishedAt.toString());
    CRC32C checksum = new CRC32C();
    checksum.update(text.getBytes(StandardCharsets.UTF_8));
    return checksum.getValue();
  }
}
