package dev.partnerops.importing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Arrays;

/**
 * Times as people write them: a day, {@code T} or a blank, hours and minutes, perhaps seconds,
 * perhaps an offset; without one they are of the zone given, never of the machine's. Fractions of a
 * second are dropped (RULES 27). Remembers the zone's offset by day, so it belongs to one thread.
 */
final class Times {

  /** In place of a time where the text is none. */
  static final long NOT_A_TIME = Long.MIN_VALUE + 1;

  /** The text is a day without a time of day. */
  static final long ONLY_A_DAY = Long.MIN_VALUE + 2;

  private static final int SECONDS_OF_DAY = 86_400;
  private static final int REMEMBERED_DAYS = 4096;

  /** No zone has it: the day has a change of offset, or was not looked up yet. */
  private static final int NO_OFFSET = Integer.MAX_VALUE;

  private final ZoneRules rules;
  private final long[] days = new long[REMEMBERED_DAYS];
  private final int[] offsets = new int[REMEMBERED_DAYS];

  Times(ZoneId zone) {
    rules = zone.getRules();
    Arrays.fill(days, Long.MIN_VALUE);
  }

  static boolean isProblem(long time) {
    return time <= ONLY_A_DAY;
  }

  /** Seconds since 1970-01-01T00:00Z. */
  long epochSecond(String text) {
    long scanned = Days.scan(text);
    if (scanned == Days.NOT_A_DAY) {
      return NOT_A_TIME;
    }
    int length = text.length();
    int at = Days.end(scanned);
    if (at == length) {
      return ONLY_A_DAY;
    }
    char separator = text.charAt(at);
    if (separator != ' ' && separator != 'T' && separator != 't') {
      return NOT_A_TIME;
    }
    do {
      at++;
    } while (separator == ' ' && at < length && text.charAt(at) == ' ');

    int hourDigits = Days.number(text, at, 2) >= 0 ? 2 : 1;
    int hour = Days.number(text, at, hourDigits);
    at += hourDigits;
    int minute = at < length && text.charAt(at) == ':' ? Days.number(text, at + 1, 2) : -1;
    at += 3;
    if (hour < 0 || hour > 23 || minute < 0 || minute > 59) {
      return NOT_A_TIME;
    }
    int second = 0;
    if (at < length && text.charAt(at) == ':') {
      second = Days.number(text, at + 1, 2);
      if (second < 0 || second > 59) {
        return NOT_A_TIME;
      }
      at = afterFraction(text, at + 3);
    }
    int secondOfDay = (hour * 60 + minute) * 60 + second;
    if (at == length) {
      return epochSecond(Days.day(scanned), secondOfDay);
    }
    int offset = offset(text, at);
    return offset == NO_OFFSET
        ? NOT_A_TIME
        : Days.day(scanned) * SECONDS_OF_DAY + secondOfDay - offset;
  }

  /** Where the fraction that may begin here ends; here where there is none. */
  private static int afterFraction(String text, int from) {
    if (from >= text.length() || (text.charAt(from) != '.' && text.charAt(from) != ',')) {
      return from;
    }
    int at = from + 1;
    while (Days.number(text, at, 1) >= 0) {
      at++;
    }
    return at == from + 1 ? from : at;
  }

  /**
   * {@code Z}, {@code +08:00}, {@code +0800} or {@code +08}, in seconds, to the end of the text.
   */
  private static int offset(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
    String rest = text.substring(at);
    if (rest.equals("Z") || rest.equals("z")) {
      return 0;
    }
    boolean colon = rest.length() == 6 && rest.charAt(3) == ':';
    if (rest.length() != 3 && rest.length() != 5 && !colon) {
      return NO_OFFSET;
    }
    int sign = rest.charAt(0) == '+' ? 1 : rest.charAt(0) == '-' ? -1 : 0;
    int hours = Days.number(rest, 1, 2);
    int minutes = rest.length() == 3 ? 0 : Days.number(rest, colon ? 4 : 3, 2);
    if (sign == 0 || hours < 0 || hours > 18 || minutes < 0 || minutes > 59) {
      return NO_OFFSET;
    }
    return sign * (hours * 60 + minutes) * 60;
  }

  /** The instant of a clock time in the zone. */
  long epochSecond(long epochDay, int secondOfDay) {
    int slot = (int) (epochDay & (REMEMBERED_DAYS - 1));
    if (days[slot] != epochDay) {
      offsets[slot] = steadyOffset(epochDay);
      days[slot] = epochDay;
    }
    long local = epochDay * SECONDS_OF_DAY + secondOfDay;
    if (offsets[slot] != NO_OFFSET) {
      return local - offsets[slot];
    }
    LocalDateTime time =
        LocalDate.ofEpochDay(epochDay).atTime(LocalTime.ofSecondOfDay(secondOfDay));
    return local - rules.getOffset(time).getTotalSeconds();
  }

  /** The offset of the whole day; none where it changes within a day of it. */
  private int steadyOffset(long epochDay) {
    LocalDateTime start = LocalDate.ofEpochDay(epochDay).atStartOfDay();
    ZoneOffset offset = rules.getOffset(start);
    ZoneOffsetTransition next = rules.nextTransition(start.minusDays(1).toInstant(offset));
    boolean steady = next == null || next.getInstant().isAfter(start.plusDays(2).toInstant(offset));
    return steady ? offset.getTotalSeconds() : NO_OFFSET;
  }

  /** The day in the zone on which an instant falls, as days since 1970-01-01. */
  long epochDay(long epochSecond) {
    ZoneOffset offset = rules.getOffset(Instant.ofEpochSecond(epochSecond));
    return Math.floorDiv(epochSecond + offset.getTotalSeconds(), (long) SECONDS_OF_DAY);
  }
}
