package dev.partnerops.metrics;

import dev.partnerops.model.Message;
import dev.partnerops.model.ToolException;
import dev.partnerops.model.Value;
import dev.partnerops.programme.MetricReference;
import dev.partnerops.programme.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a command line adds to every metric it names: {@code --only channel=live,video}, {@code
 * --except hot=true}, {@code --with hours=72}, each as a reference of a policy has it.
 */
record Narrowing(
    SortedMap<String, List<String>> only,
    SortedMap<String, List<String>> except,
    SortedMap<String, List<Value>> with) {

  /**
   * Words of a command line, absent where it has none; a name that comes again adds its values.
   *
   * @throws ToolException.Usage where a word is not {@code NAME=VALUE[,VALUE]}
   */
  static Narrowing parse(
      @Nullable List<String> only, @Nullable List<String> except, @Nullable List<String> with) {
    SortedMap<String, List<Value>> values = new TreeMap<>();
    named("--with", with)
        .forEach((name, texts) -> values.put(name, texts.stream().map(Narrowing::value).toList()));
    return new Narrowing(named("--only", only), named("--except", except), values);
  }

  /** As YAML reads it: a number, a flag, a day or a text. */
  private static Value value(String text) {
    return new YamlNode.Scalar(text, true, 0).value();
  }

  private static SortedMap<String, List<String>> named(
      String option, @Nullable List<String> words) {
    SortedMap<String, List<String>> named = new TreeMap<>();
    for (String word : words == null ? List.<String>of() : words) {
      int equals = word.indexOf('=');
      List<String> values = List.of(word.substring(equals + 1).split(",", -1));
      if (equals < 1 || values.stream().anyMatch(String::isBlank)) {
        throw new ToolException.Usage(Message.of("metrics.command.narrowing", option, word));
      }
      named
          .computeIfAbsent(word.substring(0, equals), name -> new ArrayList<>())
          .addAll(values.stream().map(String::strip).toList());
    }
    return named;
  }

  MetricReference apply(MetricReference reference) {
    return new MetricReference(
        reference.name(),
        reference.part(),
        reference.window(),
        only,
        except,
        with,
        reference.through());
  }
}
