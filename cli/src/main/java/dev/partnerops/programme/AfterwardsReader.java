package dev.partnerops.programme;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what becomes of a grant after it is booked: {@code expires:} and {@code claw_back:}. */
final class AfterwardsReader {

  private static final String GRANTED = "grant";
  private static final String UNLIMITED = "unlimited";

  private final Readers readers;
  private final Reading reading;

  AfterwardsReader(Readers readers) {
    this.readers = readers;
    this.reading = readers.reading();
  }

  Grant.@Nullable Expiry expires(Section grant) {
    Optional<YamlNode> node = grant.find("expires");
    if (node.isEmpty()) {
      return null;
    }
    Section section =
        new Section(reading, node.orElseThrow(), Shape.EXPIRES, grant.path("expires"));
    Length after = length(section, "after").orElse(new Length(1, Length.Unit.DAYS));
    return new Grant.Expiry(after, from(section), section.clause());
  }

  private @Nullable String from(Section section) {
    String from = section.name("from").orElse(GRANTED);
    if (from.equals(GRANTED)) {
      return null;
    }
    if (from.equals("used_up")) {
      reading.fault(section.line("from"), "expires.used_up", section.path("from"));
      return null;
    }
    reading.day(section.line("from"), from, GRANTED);
    return from;
  }

  /**
   * What stands under {@code claw_back:}; absent where nothing does.
   *
   * @param isWorthless whether the grant has no amount, so that nothing could be taken back
   */
  Grant.@Nullable ClawBack clawBack(Section grant, boolean isWorthless) {
    Optional<YamlNode> node = grant.find("claw_back");
    if (node.isEmpty()) {
      return null;
    }
    if (isWorthless) {
      reading.fault(grant.line("claw_back"), "claw_back.amount", grant.clause().path());
    }
    Section section =
        new Section(reading, node.orElseThrow(), Shape.CLAW_BACK, grant.path("claw_back"));
    return new Grant.ClawBack(
        readers.conditions().read(section, "when"),
        length(section, "within").orElse(null),
        isUnlimited(section),
        section.clause());
  }

  private boolean isUnlimited(Section section) {
    if (section.text("limit").filter("balance"::equals).isPresent()) {
      reading.fault(section.line("limit"), "claw_back.balance", section.path("limit"));
      return false;
    }
    return section.word("limit", "pending", UNLIMITED).filter(UNLIMITED::equals).isPresent();
  }

  /** A length that needs no calendar. */
  private Optional<Length> length(Section section, String key) {
    Optional<YamlNode> node = section.find(key);
    Optional<Length> length =
        node.orElse(null) instanceof YamlNode.Scalar scalar
            ? WindowWords.length(scalar.text()).filter(each -> each.unit() != Length.Unit.PERIODS)
            : Optional.empty();
    if (node.isPresent() && length.isEmpty()) {
      reading.wrong(node.orElseThrow(), section.path(key), "length.days");
    }
    return length;
  }
}
