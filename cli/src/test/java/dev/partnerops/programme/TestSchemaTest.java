package dev.partnerops.programme;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The JSON Schema of tests says what their reader reads: the same keys, the same files. */
final class TestSchemaTest {

  private static final JsonNode JSON =
      JsonMapper.builder().build().readTree(ProgrammeSchema.ofTests());
  private static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(ProgrammeSchema.ofTests(), InputFormat.JSON);

  @ParameterizedTest
  @EnumSource(TestShape.class)
  void hasTheKeysThatTheReaderTakes(TestShape shape) {
    JsonNode definition = JSON.path("$defs").path(shape.definition());
    assertThat(definition.path("properties").propertyNames())
        .containsExactlyInAnyOrderElementsOf(shape.words().keys());
    assertThat(definition.path("required").valueStream().map(JsonNode::asString))
        .containsExactlyElementsOf(shape.words().required());
    assertThat(definition.path("additionalProperties").asBoolean(true)).isFalse();
  }

  static List<Path> samples() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("../samples/programmes/tests"))) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void acceptsTheSamples(Path sample) throws IOException {
    assertThat(problems(Files.readString(sample))).isEmpty();
  }

  @Test
  void refusesWhatTheReaderRefuses() {
    String test = "{test: star, period: 2020-10, cases: [{case: a, expect: {score: 1}}]}";
    assertThat(problems(test)).isEmpty();
    assertThat(problems(test.replace("period", "perod"))).isNotEmpty();
    assertThat(problems(test.replace("score", "scor"))).isNotEmpty();
    assertThat(problems(test.replace("case: a", "kase: a"))).isNotEmpty();
    assertThat(problems(test.replace("expect: {score: 1}", "score: 1"))).isNotEmpty();
  }

  private static List<String> problems(String yaml) {
    return SCHEMA.validate(YamlJson.of(yaml), InputFormat.JSON).stream()
        .map(error -> error.getInstanceLocation() + " " + error.getMessage())
        .toList();
  }
}
