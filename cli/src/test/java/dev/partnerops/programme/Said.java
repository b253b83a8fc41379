package dev.partnerops.programme;

import dev.partnerops.model.Message;
import dev.partnerops.model.ToolException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.stream.Collectors;

/** Messages as an English reader sees them, so that tests compare whole lines. */
final class Said {

  private static final Properties ENGLISH = bundle("en");

  private Said() {}

  static String by(ToolException problem) {
    return problem.texts().stream().map(Said::in).collect(Collectors.joining("\n"));
  }

  static String in(Message message) {
    String text = ENGLISH.getProperty(message.key());
    if (text == null) {
      throw new IllegalStateException("no text for " + message.key());
    }
    StringBuilder said = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      int close = text.charAt(i) == '{' ? text.indexOf('}', i) : -1;
      if (close < 0) {
        said.append(text.charAt(i));
        continue;
      }
      Object argument = message.arguments().get(Integer.parseInt(text.substring(i + 1, close)));
      said.append(argument instanceof Message nested ? in(nested) : argument);
      i = close;
    }
    return said.toString();
  }

  static Properties bundle(String language) {
    Properties texts = new Properties();
    String name = "/dev/partnerops/messages/" + language + "/programme.properties";
    try (var reader =
        new InputStreamReader(Said.class.getResourceAsStream(name), StandardCharsets.UTF_8)) {
      texts.load(reader);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return texts;
  }
}
