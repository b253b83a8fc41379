package dev.partnerops.paying;

import dev.partnerops.deciding.Candidate;
import dev.partnerops.deciding.Subject;
import dev.partnerops.deciding.Values;
import dev.partnerops.model.EntityId;
import dev.partnerops.model.EntityKind;
import dev.partnerops.model.Period;
import dev.partnerops.model.Value;
import dev.partnerops.programme.Grant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * Who a grant is for and what it is booked under, as texts: an id names something only with its
 * kind (RULES 18), {@code merchant:M1}, {@code provider:training:P1}.
 */
public final class Holders {

  private Holders() {}

  /**
   * The key of a grant: programme, benefit and what {@code once_per} lists; without a time among
   * them it holds for ever.
   */
  public static String key(Grant grant, Subject subject) {
    StringBuilder key = new StringBuilder();
    key.append(escaped(subject.programme().id())).append('/').append(escaped(grant.benefit()));
    Period period = subject.input().evaluation().period();
    for (String per : grant.oncePer()) {
      String value =
          switch (per) {
            case "period" -> period.label();
            case "month" -> month(period.last());
            case "year" -> year(period.last());
            default -> holder(per, grant, subject);
          };
      key.append('/').append(per).append('=').append(escaped(value));
    }
    return key.toString();
  }

  /** Who that is under {@code per} of a limit or a key; an empty field is the entity itself. */
  public static String holder(String per, Grant grant, Subject subject) {
    Candidate candidate = subject.candidate();
    EntityKind kind = subject.programme().entity();
    return switch (per) {
      case "programme" -> "";
      case "entity" -> entity(kind, candidate.id());
      case "beneficiary" -> beneficiary(grant, subject);
      case "licence" ->
          kind.equals(EntityKind.LICENCE)
              ? entity(kind, candidate.id())
              : field("licence_no", "licence", subject);
      default -> field(per, per, subject);
    };
  }

  static String beneficiary(Grant grant, Subject subject) {
    String payTo = grant.payTo();
    if (payTo == null) {
      return entity(subject.programme().entity(), subject.candidate().id());
    }
    EntityKind named = subject.programme().fields().named().get(payTo);
    String plain = payTo.endsWith("_id") ? payTo.substring(0, payTo.length() - 3) : payTo;
    return field(payTo, named == null ? plain : named.word(), subject);
  }

  /** The span of a limit at the period's last day. */
  public static String span(Grant.Limit.Each each, Period period) {
    return switch (each) {
      case LIFETIME -> "";
      case PERIOD -> period.label();
      case MONTH -> month(period.last());
      case YEAR -> year(period.last());
    };
  }

  public static String entity(EntityKind kind, EntityId id) {
    return id.role().isEmpty()
        ? kind.word() + ":" + id.id()
        : kind.word() + ":" + id.role() + ":" + id.id();
  }

  /** The fields that limits count by, beyond what every entry carries. */
  public static List<String> fieldsOf(List<Grant.Limit> limits) {
    return limits.stream()
        .map(Grant.Limit::per)
        .filter(per -> !List.of("programme", "entity", "beneficiary", "licence").contains(per))
        .toList();
  }

  private static String field(String field, String kind, Subject subject) {
    Value value = subject.candidate().field(field);
    return value.isMissing()
        ? entity(subject.programme().entity(), subject.candidate().id())
        : kind + ":" + Values.text(value);
  }

  private static String month(LocalDate day) {
    return String.format(Locale.ROOT, "%04d-%02d", day.getYear(), day.getMonthValue());
  }

  private static String year(LocalDate day) {
    return String.format(Locale.ROOT, "%04d", day.getYear());
  }

  private static String escaped(String text) {
    return text.replace("%", "%25").replace("/", "%2F");
  }
}
