package dev.partnerops.output;

import dev.partnerops.model.Message;
import dev.partnerops.model.Title;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns {@link Message}s into text of one language, English or Chinese (SPEC section 6, {@code
 * --lang}). The part of a key before its first dot names the bundle, a UTF-8 properties file;
 * {@code {0}} is the first argument. A bundle is read when its first text is asked for, so that a
 * short command loads little.
 */
public final class Messages {

  private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");

  private final Locale locale;
  private final Map<String, Properties> bundles = new HashMap<>();

  public Messages(Locale locale) {
    this.locale = locale.getLanguage().equals("zh") ? Locale.CHINESE : Locale.ENGLISH;
  }

  /** Whether {@code --lang} takes that word. */
  public static boolean speaks(String language) {
    return language.equals("en") || language.equals("zh");
  }

  public Locale locale() {
    return locale;
  }

  public String text(Message message) {
    return fill(find(message.key()).orElse(message.key()), message.arguments());
  }

  public String text(String key, Object... arguments) {
    return text(Message.of(key, arguments));
  }

  /** The raw text of a key; empty where the bundle has none. */
  public Optional<String> find(String key) {
    int dot = key.indexOf('.');
    String bundle = dot < 0 ? key : key.substring(0, dot);
    return Optional.ofNullable(
        bundles.computeIfAbsent(bundle, name -> load(locale, name)).getProperty(key));
  }

  /** All texts of a bundle file of that language; no such file is an empty one. */
  public static Properties load(Locale locale, String name) {
    Properties properties = new Properties();
    String resource =
        "/dev/partnerops/messages/" + locale.getLanguage() + "/" + name + ".properties";
    try (InputStream stream = Messages.class.getResourceAsStream(resource)) {
      if (stream != null) {
        try (Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
          properties.load(reader);
        }
      }
      return properties;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String fill(String pattern, List<Object> arguments) {
    Matcher matcher = PLACE.matcher(pattern);
    StringBuilder text = new StringBuilder();
    while (matcher.find()) {
      int place = Integer.parseInt(matcher.group(1));
      String argument = place < arguments.size() ? argument(arguments.get(place)) : matcher.group();
      matcher.appendReplacement(text, Matcher.quoteReplacement(argument));
    }
    return matcher.appendTail(text).toString();
  }

  private String argument(Object argument) {
    return switch (argument) {
      case Message message -> text(message);
      case Title title -> title.in(locale);
      case IOException failure -> text(Reason.of(failure));
      case Collection<?> list -> join(list);
      default -> argument.toString();
    };
  }

  private String join(Collection<?> list) {
    List<String> texts = new ArrayList<>();
    for (Object each : list) {
      texts.add(each == null ? "" : argument(each));
    }
    return String.join(locale.equals(Locale.CHINESE) ? "、" : ", ", texts);
  }
}
