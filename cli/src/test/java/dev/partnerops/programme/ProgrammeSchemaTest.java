package dev.partnerops.programme;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The shipped JSON Schema says what the reader reads: the same keys, the same files. */
final class ProgrammeSchemaTest {

  private static final String TEXT = text();
  private static final JsonNode JSON = JsonMapper.builder().build().readTree(TEXT);
  private static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(TEXT, InputFormat.JSON);

  @ParameterizedTest
  @EnumSource(Shape.class)
  void hasTheKeysThatTheReaderTakes(Shape shape) {
    JsonNode definition = JSON.path("$defs").path(shape.definition());
    assertThat(definition.path("properties").propertyNames())
        .containsExactlyInAnyOrderElementsOf(shape.keys());
    assertThat(definition.path("required").valueStream().map(JsonNode::asString))
        .containsExactlyElementsOf(shape.required());
    assertThat(definition.path("additionalProperties").asBoolean(true)).isFalse();
  }

  static List<Path> samples() throws IOException {
    List<Path> samples = new ArrayList<>();
    for (String folder : List.of("../samples/programmes", "../samples/olist")) {
      try (Stream<Path> files = Files.list(Path.of(folder))) {
        files.filter(file -> file.toString().endsWith(".yaml")).sorted().forEach(samples::add);
      }
    }
    return samples;
  }

  @ParameterizedTest
  @MethodSource("samples")
  void acceptsTheSamples(Path sample) throws IOException {
    assertThat(problems(Files.readString(sample))).isEmpty();
  }

  @Test
  void acceptsTheWholeLanguage() throws IOException {
    assertThat(problems(WholeLanguage.TEXT)).isEmpty();
  }

  @Test
  void refusesWhatTheReaderRefuses() {
    assertThat(problems(WholeLanguage.TEXT.replace("minimum:", "minimun:"))).isNotEmpty();
    assertThat(problems(WholeLanguage.TEXT.replace("not_rated: drop", "not_rated: skip")))
        .isNotEmpty();
    assertThat(problems(WholeLanguage.TEXT.replace("entity: leader", "entity: Some Person")))
        .isNotEmpty();
  }

  private static List<String> problems(String yaml) {
    return SCHEMA.validate(YamlJson.of(yaml), InputFormat.JSON).stream()
        .map(error -> error.getInstanceLocation() + " " + error.getMessage())
        .toList();
  }

  private static String text() {
    try (InputStream stream = ProgrammeReader.class.getResourceAsStream("programme.schema.json")) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
