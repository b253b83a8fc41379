package dev.partnerops.checking;

import dev.partnerops.model.Fraction;
import dev.partnerops.model.Title;
import dev.partnerops.model.Unit;
import dev.partnerops.model.Value;
import dev.partnerops.output.Messages;
import dev.partnerops.programme.Clause;
import dev.partnerops.programme.Metric;
import dev.partnerops.programme.Setting;
import dev.partnerops.wording.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes the {@link Part}s of one policy, each in the words of people and exactly. */
final class PartMaker {

  private final Messages messages;
  private final Wording words;
  private final Wording exact;

  PartMaker(Messages messages, Wording words) {
    this.messages = messages;
    this.words = words;
    this.exact = words.exactly();
  }

  /** How a setting is said. */
  interface Said extends BiFunction<Wording, Setting, String> {

    static Said number(Unit unit) {
      return (words, setting) -> words.settings().number(setting, unit);
    }

    static Said amount(Unit unit) {
      return (words, setting) -> words.settings().amount(setting, unit);
    }
  }

  Wording words() {
    return words;
  }

  Messages messages() {
    return messages;
  }

  String say(String key, Object... arguments) {
    return messages.text(key, arguments);
  }

  Part leaf(Place place, String value, String itsExact) {
    return part(place, value, itsExact, null, Effect.NONE, Effect.NONE, List.of());
  }

  Part leaf(Place place, Function<Wording, String> value) {
    return leaf(place, value.apply(words), value.apply(exact));
  }

  /** One of a few words of the language, said by a message of its own. */
  Part word(Place owner, String key, String said, String word) {
    return leaf(owner.at(key, owner.line(), subject(key, owner)), say(said + word), word);
  }

  /** Only its children say something. */
  Part group(Place place, String summary, List<Part> children) {
    return part(place, summary, "", null, Effect.NONE, Effect.NONE, children);
  }

  Part part(
      Place place,
      String value,
      String itsExact,
      @Nullable Fraction number,
      Effect rising,
      Effect added,
      List<Part> children) {
    return new Part(
        place.path(),
        place.line(),
        place.subject(),
        place.subject(),
        unended(value),
        itsExact,
        number,
        rising,
        added,
        children,
        false,
        "");
  }

  /** A value stands inside a sentence. */
  private static String unended(String value) {
    return value.endsWith(".") || value.endsWith("。")
        ? value.substring(0, value.length() - 1)
        : value;
  }

  /** What people read and nothing else. */
  void title(List<Part> parts, Place owner, @Nullable Title title) {
    words(
        parts, owner.at("title", owner.line(), say("checking.part.title", owner.subject())), title);
  }

  void words(List<Part> parts, Place place, @Nullable Title title) {
    if (title != null) {
      String both = title.en().equals(title.zh()) ? title.en() : title.en() + " / " + title.zh();
      parts.add(part(place, both, both, null, Effect.WORDS, Effect.WORDS, List.of()));
    }
  }

  void setting(
      List<Part> parts,
      Place owner,
      String key,
      @Nullable Setting setting,
      Said said,
      Effect rising) {
    if (setting != null) {
      parts.add(
          setting(
              owner.at(key, setting.clause().line(), subject(key, owner)), setting, said, rising));
    }
  }

  /** {@code score to enter of tier Gold}. */
  String subject(String key, Place owner) {
    return in(owner, say("checking.part." + key, owner.subject()));
  }

  /** With the segment it is in, where the owner is one. */
  String in(Place owner, String subject) {
    return owner.isSegment() ? say("checking.part.segment", subject, owner.subject()) : subject;
  }

  /** A literal, or the rows of a table, or the ways of a choice. */
  Part setting(Place place, Setting setting, Said said, Effect rising) {
    String value = said.apply(words, setting);
    return switch (setting) {
      case Setting.Literal literal ->
          part(
              place,
              value,
              said.apply(exact, setting),
              number(literal.value()),
              rising,
              rising,
              List.of());
      case Setting.None none ->
          part(place, value, said.apply(exact, setting), null, rising, rising, List.of());
      case Setting.DayOf day ->
          part(place, value, said.apply(exact, setting), null, rising, rising, List.of());
      case Setting.Table table -> {
        List<Part> rows = new ArrayList<>();
        for (Setting.Row row : table.rows()) {
          String key = words.settings().key(table, row);
          String subject =
              table.by().equals("rank")
                  ? say("checking.part.row.rank", place.subject(), key)
                  : say("checking.part.row", place.subject(), words.settings().by(table), key);
          rows.add(
              setting(
                  place.named(row.key(), row.setting().clause().line(), subject),
                  row.setting(),
                  said,
                  rising));
        }
        Setting otherwise = table.otherwise();
        if (otherwise != null) {
          rows.add(
              setting(
                  place.named(
                      "else",
                      otherwise.clause().line(),
                      say("checking.part.else", place.subject())),
                  otherwise,
                  said,
                  rising));
        }
        yield part(place, value, "by " + table.by(), null, rising, rising, rows);
      }
      case Setting.Choice choice ->
          part(
              place,
              value,
              "when",
              null,
              rising,
              rising,
              List.of(
                  new ConditionOutline(this)
                      .slot(
                          place.at(
                              "when",
                              choice.when().clause().line(),
                              say("checking.part.choice", place.subject())),
                          choice.when(),
                          Effect.NONE),
                  setting(
                      place.at(
                          "then",
                          choice.then().clause().line(),
                          say("checking.part.then", place.subject())),
                      choice.then(),
                      said,
                      rising),
                  setting(
                      place.at(
                          "else",
                          choice.otherwise().clause().line(),
                          say("checking.part.else", place.subject())),
                      choice.otherwise(),
                      said,
                      rising)));
    };
  }

  /** What a metric comes from, whatever it is called: its definition with its window. */
  String basis(Metric.Use use) {
    return exact.metrics().full(use.metric());
  }

  static @Nullable Fraction number(Value value) {
    return value
        .findDay()
        .map(day -> Fraction.of(day.toEpochDay()))
        .or(value::findNumber)
        .orElse(null);
  }

  /** A metric where it is used: its name, or what is counted and over which window. */
  void metric(List<Part> parts, Place owner, String key, Metric.@Nullable Use use) {
    if (use == null) {
      return;
    }
    Clause clause = use.clause();
    Place place = owner.at(key, clause.line(), subject("metric", owner));
    parts.add(
        leaf(
            place,
            words.metrics().isNamed(use)
                ? words.metrics().phrase(use)
                : words.metrics().measured(use.metric()),
            exact.metrics().isNamed(use) ? use.label() : exact.metrics().measured(use.metric())));
    if (!words.metrics().isNamed(use) && !words.metrics().window(use.metric()).isEmpty()) {
      parts.add(
          leaf(
              owner.at(
                  key.equals("metric") ? "window" : key + ".window",
                  clause.line(),
                  subject("window", owner)),
              each -> each.metrics().window(use.metric())));
    }
  }
}
