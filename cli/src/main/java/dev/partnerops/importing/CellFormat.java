package dev.partnerops.importing;

import dev.partnerops.model.Message;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Locale;
import java.util.Optional;

/**
 * How a mapping file says that a foreign system writes days and times: {@code M/d/yyyy H:mm} (RULES
 * 25). Without a time of day it is the start of the day.
 */
record CellFormat(String pattern, DateTimeFormatter formatter) {

  /** Empty where the pattern is none that Java knows. */
  static Optional<CellFormat> find(String pattern) {
    try {
      // In Java's strict reading a year of an era, y, needs the era; people mean the plain year.
      return Optional.of(
          new CellFormat(
              pattern,
              DateTimeFormatter.ofPattern(pattern.replace('y', 'u'), Locale.ENGLISH)
                  .withResolverStyle(ResolverStyle.STRICT)));
    } catch (IllegalArgumentException notAPattern) {
      return Optional.empty();
    }
  }

  /** The instant that the text names, or an empty answer. */
  Optional<Instant> findInstant(String text, ZoneId zone) {
    try {
      TemporalAccessor parsed = formatter.parse(text);
      if (parsed.isSupported(ChronoField.INSTANT_SECONDS)) {
        return Optional.of(Instant.ofEpochSecond(parsed.getLong(ChronoField.INSTANT_SECONDS)));
      }
      LocalDate day = parsed.query(TemporalQueries.localDate());
      if (day == null) {
        return Optional.empty();
      }
      LocalDateTime time =
          parsed.query(TemporalQueries.localTime()) == null
              ? day.atStartOfDay()
              : day.atTime(parsed.query(TemporalQueries.localTime()));
      return Optional.of(time.atZone(zone).toInstant());
    } catch (DateTimeException notOfThisFormat) {
      return Optional.empty();
    }
  }

  Message problem(String text) {
    return Message.of("importing.cell.format", text, pattern);
  }
}
