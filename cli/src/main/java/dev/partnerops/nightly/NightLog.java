package dev.partnerops.nightly;

import dev.partnerops.command.Session;
import dev.partnerops.model.Message;
import dev.partnerops.output.Json;
import dev.partnerops.output.SafeText;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a night tells on stderr while it goes: lines of text, or with {@code --log-format json} one
 * JSON object a line with time, level and event. Names and counts only, no contents of rows.
 */
final class NightLog {

  /** How a line is written. */
  enum Format {
    TEXT,
    JSON;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** How much a line matters. */
  enum Level {
    INFO,
    WARN,
    ERROR
  }

  /**
   * Messages that are told otherwise: as events, by the completeness that every night asks for, or
   * not at all, as that of a rejected row, which quotes it.
   */
  private static final Set<String> TOLD_OTHERWISE =
      Set.of(
          "importing.at-line",
          "importing.already",
          "importing.rejects.some",
          "importing.rejects.too-many",
          "evaluating.orders-end",
          "evaluating.proposed",
          "evaluating.same",
          "approving.approved");

  private static final String NOTICE = "notice";
  private static final String MESSAGE = "message";

  private final Session session;
  private final Format format;
  private Level ofNotices = Level.WARN;

  NightLog(Session session, Format format) {
    this.session = session;
    this.format = format;
  }

  /** What is told from now on is why the night failed. */
  void fail() {
    ofNotices = Level.ERROR;
  }

  /** A sentence that some part of the tool has for the user. */
  void notice(Message message) {
    if (!TOLD_OTHERWISE.contains(message.key()) || ofNotices == Level.ERROR) {
      write(ofNotices, NOTICE, Map.of(MESSAGE, session.messages().text(message)));
    }
  }

  /**
   * Something that happened.
   *
   * @param fields printed in their order
   */
  void event(Level level, String event, Map<String, ? extends @Nullable Object> fields) {
    write(level, event, fields);
  }

  private synchronized void write(
      Level level, String event, Map<String, ? extends @Nullable Object> fields) {
    String time =
        session.surroundings().clock().instant().truncatedTo(ChronoUnit.MILLIS).toString();
    String word = level.name().toLowerCase(Locale.ROOT);
    session
        .err()
        .println(
            format == Format.JSON
                ? json(time, word, event, fields)
                : text(time, word, event, fields));
    session.err().flush();
  }

  private static String json(
      String time, String level, String event, Map<String, ? extends @Nullable Object> fields) {
    Map<String, @Nullable Object> line = new LinkedHashMap<>();
    line.put("time", time);
    line.put("level", level);
    line.put("event", event);
    line.putAll(fields);
    return Json.line(line);
  }

  private static String text(
      String time, String level, String event, Map<String, ? extends @Nullable Object> fields) {
    StringBuilder line = new StringBuilder(time).append(' ').append(level).append(' ');
    if (event.equals(NOTICE)) {
      return SafeText.forTerminal(line.append(fields.get(MESSAGE)).toString());
    }
    line.append(event);
    fields.forEach((name, value) -> {
      if (value != null) {
        String text = value.toString();
        boolean plain = !text.isEmpty() && text.chars().noneMatch(c -> c <= ' ' || c == '"');
        line.append(' ').append(name).append('=').append(plain ? text : Json.line(text));
      }
    });
    return SafeText.forTerminal(line.toString());
  }
}
