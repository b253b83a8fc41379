package dev.partnerops.explaining;

import dev.partnerops.deciding.Values;
import dev.partnerops.model.Fraction;
import dev.partnerops.model.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What would have led to a goal, for machines: every way that was found. */
final class WayJson {

  private WayJson() {}

  static Map<String, @Nullable Object> of(Way way) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("goal", way.goal().kind().word());
    json.put("name", way.goal().name().isEmpty() ? null : way.goal().name());
    json.put("gap", way.gap() == null ? null : gap(way.gap()));
    List<List<Map<String, @Nullable Object>>> ways = new ArrayList<>();
    way.single().forEach(change -> ways.add(List.of(change(change))));
    if (!way.together().isEmpty()) {
      ways.add(way.together().stream().map(WayJson::change).toList());
    }
    json.put("ways", ways);
    json.put("blocked_by", way.blockers().stream().map(WayJson::blocker).toList());
    return json;
  }

  private static Map<String, @Nullable Object> change(Change change) {
    Lever lever = change.lever();
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("name", lever.use().label());
    json.put("metric", lever.reference().name());
    json.put("part", lever.reference().part().name().toLowerCase(Locale.ROOT));
    json.put("unit", lever.unit().word());
    json.put("window", ExplanationJson.window(lever.days()));
    json.put("from", ExplanationJson.value(lever.value()));
    json.put("to", ExplanationJson.value(change.to()));
    if (change.to() instanceof Value.Rate(Fraction numerator, Fraction denominator)) {
      json.put("numerator_from", numerator(lever.value()));
      json.put("numerator_to", ExplanationJson.number(numerator));
      json.put("denominator", ExplanationJson.number(denominator));
    }
    return json;
  }

  private static @Nullable Object numerator(Value value) {
    return value instanceof Value.Rate rate ? ExplanationJson.number(rate.numerator()) : null;
  }

  private static Map<String, @Nullable Object> gap(Gap gap) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    switch (gap) {
      case Gap.OfScore(Fraction score, Fraction asked) -> {
        json.put("of", "score");
        json.put("value", ExplanationJson.number(score));
        json.put("asked", ExplanationJson.number(asked));
      }
      case Gap.OfPlace place -> {
        json.put("of", "place");
        json.put("value", ExplanationJson.value(place.value()));
        json.put("asked", ExplanationJson.value(place.holder()));
        json.put("place", place.place());
      }
      case Gap.OfClause(Change change) -> {
        json.put("of", change.lever().use().label());
        json.put("value", ExplanationJson.value(change.lever().value()));
        json.put("asked", ExplanationJson.value(change.to()));
      }
    }
    return json;
  }

  private static Map<String, @Nullable Object> blocker(Wishes.Blocker blocker) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("clause", blocker.condition().clause().path());
    json.put("line", blocker.condition().clause().line());
    json.put("wanted", blocker.wanted() ? "met" : "unmet");
    json.put("value", blocker.value().isMissing() ? null : Values.text(blocker.value()));
    return json;
  }
}
