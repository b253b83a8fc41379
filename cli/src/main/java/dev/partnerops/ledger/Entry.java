package dev.partnerops.ledger;

import dev.partnerops.model.EntityId;
import dev.partnerops.model.EntityKind;
import dev.partnerops.model.Money;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the ledger, before or after it was booked (SPEC section 5, RULES 3): {@code amount}
 * goes from the debit to the credit account.
 *
 * @param entry counts up; 0 before it is booked
 * @param kind {@code grant}, {@code clawback}, {@code fee} or {@code reversal}
 * @param key programme, benefit and what {@code once_per} lists; for fees programme, entity and
 *     period
 * @param period that it is for: of what is reckoned again an earlier one than its run's
 * @param lastDay of its run's period: it is booked in that month (RULES 17)
 * @param due the whole claim under the key before limits cut it
 * @param baseBefore and {@code baseAfter}: of a fee statement
 * @param names the entry it takes back, or the first under its key, from which it differs
 * @param expiresOn the day what it grants expires, which is shown and books nothing (RULES 21)
 */
public record Entry(
    long entry,
    long run,
    String kind,
    String programme,
    String benefit,
    String benefitKind,
    String key,
    EntityKind entityKind,
    EntityId entity,
    String beneficiary,
    String period,
    LocalDate lastDay,
    String debitAccount,
    String creditAccount,
    Money amount,
    Money due,
    @Nullable Money baseBefore,
    @Nullable Money baseAfter,
    @Nullable Long names,
    Map<String, String> holders,
    String assignee,
    @Nullable LocalDate expiresOn) {

  public static final String GRANT = "grant";

  /** Takes back all that stands under a key, which is taken for ever (RULES 21). */
  public static final String CLAWBACK = "clawback";

  public static final String FEE = "fee";
  public static final String REVERSAL = "reversal";

  public Entry {
    holders = Map.copyOf(holders);
  }

  /** The month it is booked in. */
  public String month() {
    return lastDay.toString().substring(0, 7);
  }

  /** Everything but clock times and its own number's hash, as one text: what the chain hashes. */
  String content() {
    return content(Texts.join(holders));
  }

  /** The same with the holders as the store has them, whether they can be read or not. */
  String content(String storedHolders) {
    String content = contentBeforeExpiry(storedHolders);
    // The hashes of entries that know no such day hold for ever.
    return expiresOn == null ? content : content + "\u001f" + expiresOn;
  }

  private String contentBeforeExpiry(String storedHolders) {
    return String.join(
        "\u001f",
        Long.toString(entry),
        Long.toString(run),
        kind,
        programme,
        benefit,
        benefitKind,
        key,
        entityKind.word(),
        entity.id(),
        entity.role(),
        beneficiary,
        period,
        lastDay.toString(),
        debitAccount,
        creditAccount,
        Long.toString(amount.fen()),
        Long.toString(due.fen()),
        Objects.toString(baseBefore, ""),
        Objects.toString(baseAfter, ""),
        Objects.toString(names, ""),
        storedHolders,
        assignee);
  }

  /** The same under that number. */
  public Entry numbered(long number) {
    return new Entry(
        number,
        run,
        kind,
        programme,
        benefit,
        benefitKind,
        key,
        entityKind,
        entity,
        beneficiary,
        period,
        lastDay,
        debitAccount,
        creditAccount,
        amount,
        due,
        baseBefore,
        baseAfter,
        names,
        holders,
        assignee,
        expiresOn);
  }
}
