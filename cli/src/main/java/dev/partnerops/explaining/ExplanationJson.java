package dev.partnerops.explaining;

import dev.partnerops.deciding.Decimals;
import dev.partnerops.deciding.Earned;
import dev.partnerops.deciding.EntityDecision;
import dev.partnerops.deciding.Step;
import dev.partnerops.evaluating.Explanations;
import dev.partnerops.evaluating.Unjudged;
import dev.partnerops.ledger.Entry;
import dev.partnerops.ledger.Run;
import dev.partnerops.ledger.RunStatus;
import dev.partnerops.ledger.StandingOverride;
import dev.partnerops.model.DayRange;
import dev.partnerops.model.EntityId;
import dev.partnerops.model.Fraction;
import dev.partnerops.model.Value;
import dev.partnerops.paying.FeeStatement;
import dev.partnerops.paying.GrantDecision;
import dev.partnerops.programme.Programme;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An explanation for machines: one object an entity, its keys documented in the README. Words are
 * the contract's, the same in every language.
 */
final class ExplanationJson {

  private ExplanationJson() {}

  static Map<String, @Nullable Object> of(Explanations.Explained explained, List<Way> ways) {
    EntityDecision decision = explained.decision();
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("run", run(explained.run(), explained.edition()));
    json.put("entity", entity(decision.id(), decision.name(), decision.segment()));
    json.put("decision", decision(decision));
    json.put("unjudged", null);
    json.put("override", override(explained.override()));
    json.put("steps", steps(explained.steps(), explained.edition()));
    json.put("history", explained.history().stream().map(ExplanationJson::past).toList());
    json.put("least_changes", ways.stream().map(WayJson::of).toList());
    boolean approved = explained.run().status() == RunStatus.APPROVED;
    json.put("grants", explained.grants().stream().map(each -> grant(each, approved)).toList());
    json.put("fee", explained.fees().isEmpty() ? null : fee(explained.fees().getFirst()));
    json.put("entries", explained.entries().stream().map(ExplanationJson::entry).toList());
    return json;
  }

  static Map<String, @Nullable Object> of(Unjudged unjudged, Run run, Programme edition) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("run", run(run, edition));
    json.put("entity", entity(unjudged.id(), unjudged.name(), unjudged.segment()));
    json.put("decision", null);
    json.put("unjudged", unjudged.reason().word());
    json.put("override", override(unjudged.override()));
    json.put("steps", steps(unjudged.steps(), edition));
    for (String none : List.of("history", "least_changes", "grants")) {
      json.put(none, List.of());
    }
    json.put("fee", null);
    json.put("entries", List.of());
    return json;
  }

  private static Map<String, @Nullable Object> run(Run run, Programme edition) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("run", run.run());
    json.put("programme", run.programme());
    json.put("edition", edition.edition());
    json.put("period", run.period().label());
    json.put("first_day", run.period().first().toString());
    json.put("last_day", run.period().last().toString());
    json.put("as_of", run.asOf().toString());
    json.put("batch", run.batch());
    json.put("status", run.status().word());
    json.put("approved_by", run.approvedBy());
    return json;
  }

  private static Map<String, @Nullable Object> entity(EntityId id, String name, String segment) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("entity_id", id.id());
    json.put("role", text(id.role()));
    json.put("name", text(name));
    json.put("segment", text(segment));
    return json;
  }

  private static Map<String, @Nullable Object> decision(EntityDecision decision) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("status", decision.status().word());
    json.put("score", two(decision.score()));
    json.put("rank", decision.rank());
    json.put("points", decision.points().stream().map(ExplanationJson::earned).toList());
    json.put("tier_before", text(decision.tierBefore()));
    json.put("tier_after", text(decision.tierAfter()));
    json.put("tier_calculated", text(decision.tierCalculated()));
    json.put("action", decision.action() == null ? null : decision.action().word());
    json.put("misses", decision.after().misses());
    json.put("rises", decision.after().rises());
    json.put("partition", text(decision.partition()));
    json.put("place", decision.place());
    json.put("place_value", value(decision.placeValue()));
    json.put("badge", text(decision.badge()));
    json.put("reasons", text(decision.reasons()));
    return json;
  }

  static @Nullable Map<String, @Nullable Object> override(@Nullable StandingOverride override) {
    if (override == null) {
      return null;
    }
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("override", override.override());
    json.put("tier", override.tier());
    json.put("excluded", override.excludes());
    json.put("until", override.until().toString());
    json.put("reason", override.reason());
    json.put("by", override.by());
    json.put("approved_by", override.approvedBy());
    return json;
  }

  private static Map<String, @Nullable Object> earned(Earned earned) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("name", earned.name());
    json.put("points", two(earned.points()));
    json.put("possible", two(earned.possible()));
    return json;
  }

  private static List<Map<String, @Nullable Object>> steps(List<Step> steps, Programme edition) {
    return steps.stream().map(step -> step(step, edition)).toList();
  }

  private static Map<String, @Nullable Object> step(Step step, Programme edition) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("clause", step.clause().path());
    json.put("line", step.clause().line());
    json.put("quote", Quotes.of(edition, step.clause().line()));
    json.put("depth", step.depth());
    json.put("looks_at", step.label());
    json.put("window", window(step.days()));
    json.put(
        "value",
        step.value().findNumber().isEmpty()
            ? value(step.value())
            : new BigDecimal(
                step.decimals() < 0
                    ? step.value().findNumber().get().round(SIX).toPlainString()
                    : Decimals.text(step.value(), step.decimals())));
    json.put("numerator", part(step.value(), true));
    json.put("denominator", part(step.value(), false));
    json.put("asked", text(step.comparison()));
    json.put(
        "verdict", step.verdict() == null ? null : step.verdict().name().toLowerCase(Locale.ROOT));
    json.put("points", two(step.points()));
    json.put("possible", two(step.possible()));
    return json;
  }

  static final int SIX = 6;

  private static @Nullable Object part(Value value, boolean numerator) {
    return value instanceof Value.Rate rate
        ? number(numerator ? rate.numerator() : rate.denominator())
        : null;
  }

  static @Nullable Map<String, @Nullable Object> window(@Nullable DayRange days) {
    if (days == null) {
      return null;
    }
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("first_day", days.first().toString());
    json.put("last_day", days.last().toString());
    return json;
  }

  private static Map<String, @Nullable Object> past(Explanations.Decided past) {
    EntityDecision decision = past.decision();
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("period", past.period().label());
    json.put("run", past.run());
    json.put("status", decision.status().word());
    json.put("score", two(decision.score()));
    json.put("tier_after", text(decision.tierAfter()));
    json.put("tier_calculated", text(decision.tierCalculated()));
    json.put("action", decision.action() == null ? null : decision.action().word());
    json.put("place", decision.place());
    json.put("badge", text(decision.badge()));
    return json;
  }

  private static Map<String, @Nullable Object> grant(GrantDecision grant, boolean approved) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("benefit", grant.benefit());
    json.put("status", grant.word(approved));
    json.put("period", grant.period());
    json.put("amount", grant.amount());
    json.put("due", grant.due());
    json.put("beneficiary", text(grant.beneficiary()));
    json.put("assignee", text(grant.assignee()));
    json.put("expires_on", grant.expiresOn() == null ? null : grant.expiresOn().toString());
    json.put("adjusts", grant.adjusts());
    json.put("reasons", text(grant.reasons()));
    return json;
  }

  private static Map<String, @Nullable Object> fee(FeeStatement fee) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("base_before", fee.baseBefore());
    json.put("base_after", fee.baseAfter());
    json.put("amount", fee.amount());
    json.put("standard_amount", fee.standardAmount());
    json.put("saved", fee.saved());
    json.put("reduced", fee.reduced());
    json.put("reasons", text(fee.reasons()));
    return json;
  }

  private static Map<String, @Nullable Object> entry(Entry entry) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("entry", entry.entry());
    json.put("run", entry.run());
    json.put("kind", entry.kind());
    json.put("benefit", text(entry.benefit()));
    json.put("period", entry.period());
    json.put("month", entry.month());
    json.put("amount", entry.amount());
    json.put("key", entry.key());
    json.put("names", entry.names());
    json.put("expires_on", entry.expiresOn() == null ? null : entry.expiresOn().toString());
    return json;
  }

  /** A number with at most six decimals, a day, text or flag; nothing where it is missing. */
  static @Nullable Object value(Value value) {
    return switch (value) {
      case Value.Missing missing -> null;
      case Value.Numeric(Fraction number) -> number(number);
      case Value.Rate rate -> rate.findNumber().map(ExplanationJson::number).orElse(null);
      case Value.Text(String text) -> text;
      case Value.Day day -> day.day().toString();
      case Value.Flag(boolean flag) -> flag;
    };
  }

  static BigDecimal number(Fraction number) {
    BigDecimal rounded = number.round(SIX).stripTrailingZeros();
    return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
  }

  private static @Nullable BigDecimal two(@Nullable Fraction number) {
    return number == null ? null : number.round(2);
  }

  private static @Nullable String text(String text) {
    return text.isEmpty() ? null : text;
  }
}
