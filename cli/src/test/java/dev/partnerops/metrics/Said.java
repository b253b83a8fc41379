package dev.partnerops.metrics;

import dev.partnerops.model.Message;
import dev.partnerops.model.ToolException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;

/** Messages of this package as an English reader sees them, so that tests compare whole lines. */
final class Said {

  private static final Properties ENGLISH = bundle("en");

  private Said() {}

  static String by(ToolException problem) {
    return in(problem.text());
  }

  static String in(Message message) {
    String said = Objects.requireNonNull(ENGLISH.getProperty(message.key()), message.key());
    for (int i = 0; i < message.arguments().size(); i++) {
      Object argument = message.arguments().get(i);
      String text = argument instanceof Message nested ? in(nested) : argument.toString();
      said = said.replace("{" + i + "}", text);
    }
    return said;
  }

  static Properties bundle(String language) {
    Properties texts = new Properties();
    String name = "/dev/partnerops/messages/" + language + "/metrics.properties";
    try (Reader reader =
        new InputStreamReader(
            Objects.requireNonNull(Said.class.getResourceAsStream(name)), StandardCharsets.UTF_8)) {
      texts.load(reader);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return texts;
  }
}
