package dev.partnerops.command;

import dev.partnerops.model.Message;
import dev.partnerops.model.ToolException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What {@code partnerops.yaml} of a workspace says (SPEC section 6): the zone of times without
 * offset, a pinned as-of day (RULES 53), the language, whether a second person approves, whether
 * buyers are hidden behind pseudonyms, of which data set the files of an inbox are.
 */
public record Configuration(
    ZoneId zone,
    @Nullable LocalDate pinnedAsOf,
    @Nullable String lang,
    boolean secondPerson,
    boolean pseudonymisesBuyers,
    List<InboxRule> inbox) {

  public static final Configuration DEFAULT =
      new Configuration(ZoneId.of("Asia/Shanghai"), null, null, false, false, List.of());

  public Configuration {
    inbox = List.copyOf(inbox);
  }

  public Optional<LocalDate> findPinnedAsOf() {
    return Optional.ofNullable(pinnedAsOf);
  }

  /** A zone by its name; one that nobody knows is a wrong word on the command line. */
  static ZoneId zone(String name) {
    try {
      return ZoneId.of(name);
    } catch (DateTimeException e) {
      throw new ToolException.Usage(Message.of("command.zone-unknown", name));
    }
  }
}
