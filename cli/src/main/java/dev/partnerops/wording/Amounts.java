package dev.partnerops.wording;

import dev.partnerops.model.Fraction;
import dev.partnerops.model.Unit;
import dev.partnerops.model.Value;
import java.time.LocalDate;

/** Numbers as people read them: thousands apart, shares in percent, money with its currency. */
public final class Amounts {

  private static final Fraction HUNDRED = Fraction.of(100);

  private static final int DECIMALS = 6;

  private final Wording words;

  Amounts(Wording words) {
    this.words = words;
  }

  /** A number of that unit: {@code 5%}, {@code 1,000 yuan}, {@code 90 days}. */
  public String number(Fraction number, Unit unit) {
    if (words.isExact()) {
      // The same number, whatever it is a number of.
      return plain(number);
    }
    return switch (unit) {
      case RATE -> percent(number);
      case MONEY -> money(number);
      case DAYS -> days(number);
      case COUNT, NUMBER, DAY, FLAG -> plain(number);
    };
  }

  private String percent(Fraction share) {
    return plain(share.times(HUNDRED)) + "%";
  }

  /** Whole, or with two decimals: {@code 1,000.50 yuan}. */
  public String money(Fraction amount) {
    boolean fen = !amount.isWhole() && amount.times(HUNDRED).isWhole();
    String digits = fen ? grouped(amount.round(2).toPlainString()) : plain(amount);
    String currency = words.programme().currency();
    return currency.equals("CNY")
        ? words.text("wording.money", digits)
        : words.text("wording.money.other", digits, currency);
  }

  private String days(Fraction days) {
    return days.equals(Fraction.ONE)
        ? words.text("wording.length.days.1", 1)
        : words.text("wording.length.days", plain(days));
  }

  /** All decimals where they come to an end, else six. */
  public String plain(Fraction number) {
    if (!number.isDecimal() && !words.isExact()) {
      return grouped(number.round(DECIMALS).stripTrailingZeros().toPlainString());
    }
    return words.isExact() ? number.toString() : grouped(number.toString());
  }

  private static String grouped(String digits) {
    int dot = digits.indexOf('.');
    String whole = dot < 0 ? digits : digits.substring(0, dot);
    return whole.replaceAll("(?<=\\d)(?=(?:\\d{3})+$)", ",")
        + (dot < 0 ? "" : digits.substring(dot));
  }

  /** A value of a metric of that unit. */
  public String value(Value value, Unit unit) {
    return switch (value) {
      case Value.Missing missing -> words.text("wording.nothing");
      case Value.Numeric(Fraction number) -> number(number, unit);
      case Value.Rate rate ->
          rate.findNumber()
              .map(number -> number(number, Unit.RATE))
              .orElseGet(() -> words.text("wording.nothing"));
      case Value.Text(String text) -> text;
      case Value.Day(LocalDate day) -> day.toString();
      case Value.Flag(boolean flag) -> flag(flag);
    };
  }

  public String flag(boolean flag) {
    return flag ? words.text("wording.flag.true") : words.text("wording.flag.false");
  }
}
