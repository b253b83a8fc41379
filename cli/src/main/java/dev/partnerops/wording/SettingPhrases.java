package dev.partnerops.wording;

import dev.partnerops.model.Unit;
import dev.partnerops.model.Value;
import dev.partnerops.programme.Programme;
import dev.partnerops.programme.Setting;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Settings as people read them: {@code 5%}, {@code by category: food: 2%; otherwise: 1%}, {@code
 * 2,000 yuan if …, else 1,000 yuan}.
 */
public final class SettingPhrases {

  private final Wording words;

  SettingPhrases(Wording words) {
    this.words = words;
  }

  /** A threshold or another number that may be waived. */
  public String number(Setting setting, Unit unit) {
    return phrase(setting, value -> words.amounts().value(value, unit), "wording.none.threshold");
  }

  /** An amount, a rate, points: {@code none} is nothing. */
  public String amount(Setting setting, Unit unit) {
    return phrase(setting, value -> words.amounts().value(value, unit), "wording.none.amount");
  }

  /** An amount inside a sentence: a table or a choice stands in brackets. */
  public String amongOthers(Setting setting, Unit unit) {
    String phrase = amount(setting, unit);
    return isCompound(setting) ? words.text("wording.group", phrase) : phrase;
  }

  /** Percent of a weight, written 60. */
  public String percent(Setting setting) {
    return phrase(
        setting, value -> words.amounts().value(value, Unit.NUMBER) + "%", "wording.none.amount");
  }

  /** What a field is compared with. */
  public String ofField(Setting setting, String field) {
    return phrase(setting, value -> words.fields().value(field, value), "wording.none.threshold");
  }

  /** The name of a tier. */
  public String tier(Setting setting) {
    return phrase(
        setting,
        value ->
            value instanceof Value.Text(String name)
                ? words.tier(name)
                : words.amounts().value(value, Unit.NUMBER),
        "wording.none.amount");
  }

  private String phrase(Setting setting, Function<Value, String> value, String none) {
    return switch (setting) {
      case Setting.Literal literal -> value.apply(literal.value());
      case Setting.None nothing -> words.text(none);
      case Setting.DayOf day -> words.spans().day(day.point());
      case Setting.Choice choice ->
          words.text(
              "wording.choice",
              words.conditions().phrase(choice.when()),
              inner(choice.then(), value, none),
              inner(choice.otherwise(), value, none));
      case Setting.Table table -> {
        List<String> rows = new ArrayList<>();
        for (Setting.Row row : table.rows()) {
          rows.add(words.text("wording.row", key(table, row), inner(row.setting(), value, none)));
        }
        Setting otherwise = table.otherwise();
        if (otherwise != null) {
          rows.add(words.text("wording.row.else", inner(otherwise, value, none)));
        }
        yield words.text("wording.table", by(table), words.semicolons(rows));
      }
    };
  }

  private String inner(Setting setting, Function<Value, String> value, String none) {
    String phrase = phrase(setting, value, none);
    return isCompound(setting) ? words.text("wording.group", phrase) : phrase;
  }

  /** Whether it has parts, so that it stands in brackets among others. */
  static boolean isCompound(Setting setting) {
    return switch (setting) {
      case Setting.Table table -> true;
      case Setting.Choice choice -> true;
      case Setting.Literal literal -> false;
      case Setting.None none -> false;
      case Setting.DayOf day -> false;
    };
  }

  /** What a table goes by: a result of the programme or a field. */
  public String by(Setting.Table table) {
    return switch (table.by()) {
      case "tier" -> words.text("wording.by.tier");
      case "tier_before" -> words.text("wording.by.tier-before");
      case "rank" -> words.text("wording.by.rank");
      case "segment" -> segmentField();
      default -> words.fields().name(table.by());
    };
  }

  private String segmentField() {
    String field = words.programme().segmentBy();
    return field == null ? words.text("wording.by.segment") : words.fields().name(field);
  }

  /** A row of a table by the title of what it is for. */
  public String key(Setting.Table table, Setting.Row row) {
    Programme programme = words.programme();
    return switch (table.by()) {
      case "tier", "tier_before" -> words.tier(row.key());
      case "rank" -> ranks(row);
      case "segment" ->
          programme.segmentBy() == null
              ? row.key()
              : words.fields().value(programme.segmentBy(), row.key());
      default -> words.fields().value(table.by(), row.key());
    };
  }

  private String ranks(Setting.Row row) {
    BigInteger from = row.from();
    BigInteger to = row.to();
    if (from == null || to == null) {
      return row.key();
    }
    return from.equals(to)
        ? words.text("wording.rank", from)
        : words.text("wording.ranks", from, to);
  }
}
