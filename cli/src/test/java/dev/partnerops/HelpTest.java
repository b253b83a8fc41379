package dev.partnerops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.partnerops.command.Surroundings;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ScopeType;

/** Every command, option and positional parameter is explained in both languages. */
final class HelpTest {

  private static final String COMMON = "help/common";

  private final Map<String, CommandSpec> commands = new TreeMap<>();

  HelpTest() {
    Surroundings surroundings =
        new Surroundings(
            Invocation.CLOCK,
            Path.of("").toAbsolutePath(),
            Map.of(),
            InputStream.nullInputStream(),
            false,
            false,
            100);
    PrintWriter nowhere = new PrintWriter(new StringWriter());
    collect(new Wiring(surroundings, nowhere, nowhere, new String[0]).commandLine(), "");
  }

  private void collect(CommandLine command, String path) {
    commands.put("help/" + (path.isEmpty() ? "partnerops" : path), command.getCommandSpec());
    command
        .getSubcommands()
        .forEach((name, child) -> collect(child, path.isEmpty() ? name : path + "-" + name));
  }

  @Test
  void everyCommandHasItsTexts() throws IOException {
    Set<String> expected = new TreeSet<>(commands.keySet());
    expected.add(COMMON);
    List<String> there =
        Bundles.names(Locale.ENGLISH).stream().filter(name -> name.startsWith("help/")).toList();
    assertThat(there).containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void everyCommandOptionAndParameterIsExplained() {
    for (Locale language : List.of(Locale.ENGLISH, Locale.CHINESE)) {
      Set<String> common = Bundles.texts(language, COMMON).keySet();
      commands.forEach((bundle, command) -> {
        Set<String> known = new HashSet<>(Bundles.texts(language, bundle).keySet());
        known.addAll(common);
        assertThat(known).as(bundle + " " + language).contains("usage.description");
        assertThat(known).as(bundle + " " + language).containsAll(keys(command));
      });
    }
  }

  @Test
  void noExplanationIsLeftOver() {
    commands.forEach((bundle, command) ->
        assertThat(keys(command))
            .as(bundle)
            .containsAll(explanations(Bundles.texts(Locale.ENGLISH, bundle).keySet())));
    Set<String> all =
        commands.values().stream()
            .flatMap(command -> keys(command).stream())
            .collect(Collectors.toSet());
    assertThat(all)
        .containsAll(
            explanations(Bundles.texts(Locale.ENGLISH, COMMON).keySet()).stream()
                .filter(key -> !key.startsWith("common."))
                .toList());
  }

  @Test
  void everyTextCanBeFormatted() {
    for (Locale language : List.of(Locale.ENGLISH, Locale.CHINESE)) {
      Stream.concat(commands.keySet().stream(), Stream.of(COMMON))
          .forEach(bundle ->
              Bundles.texts(language, bundle)
                  .forEach((key, text) ->
                      assertThatCode(() -> String.format(text))
                          .as(bundle + " " + key)
                          .doesNotThrowAnyException()));
    }
  }

  /** A common option is explained once, in the common texts. */
  @Test
  void everyOptionNamesItsExplanation() {
    commands.forEach((bundle, command) ->
        arguments(command)
            .forEach(argument ->
                assertThat(argument.descriptionKey()).as(bundle + " " + argument).isNotBlank()));
  }

  private static List<String> explanations(Set<String> keys) {
    return keys.stream().filter(key -> !key.startsWith("usage.")).toList();
  }

  private static Set<String> keys(CommandSpec command) {
    return arguments(command).map(ArgSpec::descriptionKey).collect(Collectors.toSet());
  }

  private static Stream<ArgSpec> arguments(CommandSpec command) {
    boolean root = command.parent() == null;
    return command.args().stream()
        .filter(
            argument -> root || !argument.isOption() || argument.scopeType() != ScopeType.INHERIT);
  }
}
