package dev.partnerops.deciding;

import dev.partnerops.model.Fraction;
import dev.partnerops.model.Value;
import dev.partnerops.programme.Setting;
import java.math.BigInteger;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a setting comes to for one entity; empty where it is {@code none}. */
final class Settings {

  private Settings() {}

  static Optional<Value> value(Setting setting, Subject subject) {
    return switch (setting) {
      case Setting.Literal literal -> Optional.of(literal.value());
      case Setting.None none -> Optional.empty();
      case Setting.Choice choice ->
          value(
              Conditions.judge(choice.when(), subject).isMet() ? choice.then() : choice.otherwise(),
              subject);
      case Setting.DayOf day ->
          Optional.of(
              subject
                  .input()
                  .reading()
                  .day(day.point(), subject.candidate()::field)
                  .<Value>map(Value.Day::new)
                  .orElse(Value.missing()));
      case Setting.Table table -> value(row(table, subject), subject);
    };
  }

  static Optional<Fraction> number(@Nullable Setting setting, Subject subject) {
    if (setting == null) {
      return Optional.empty();
    }
    Optional<Value> value = value(setting, subject);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    Optional<Fraction> number = value.get().findNumber();
    if (number.isEmpty()) {
      throw Faults.notANumber(subject.programme(), setting.clause(), Values.text(value.get()));
    }
    return number;
  }

  private static Setting row(Setting.Table table, Subject subject) {
    Value value = subject.named(table.by());
    for (Setting.Row row : table.rows()) {
      if (matches(row, value)) {
        return row.setting();
      }
    }
    Setting otherwise = table.otherwise();
    if (otherwise == null) {
      throw Faults.noRow(subject.programme(), table.clause(), table.by(), Values.text(value));
    }
    return otherwise;
  }

  private static boolean matches(Setting.Row row, Value value) {
    BigInteger from = row.from();
    BigInteger to = row.to();
    if (from == null || to == null) {
      return !value.isMissing() && Values.text(value).equals(row.key());
    }
    Optional<Fraction> number = value.findNumber();
    if (number.isEmpty() || !number.get().isWhole()) {
      return Values.text(value).equals(row.key());
    }
    BigInteger whole = number.get().numerator();
    return whole.compareTo(from) >= 0 && whole.compareTo(to) <= 0;
  }
}
