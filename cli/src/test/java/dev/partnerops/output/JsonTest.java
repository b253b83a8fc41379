package dev.partnerops.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Values as JSON text. */
final class JsonTest {

  private static Map<String, Object> members() {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("z", "a\"b\\c\n\u001b\u202e 中");
    members.put("a", Arrays.asList(1, null, true, new BigDecimal("1.50")));
    members.put("none", List.of());
    members.put("empty", Map.of());
    return members;
  }

  @Test
  void onALine() {
    assertThat(Json.line(members()))
        .isEqualTo(
            "{\"z\": \"a\\\"b\\\\c\\n\\u001b\\u202e 中\", \"a\": [1, null, true, 1.50],"
                + " \"none\": [], \"empty\": {}}");
  }

  @Test
  void onAPage() {
    assertThat(Json.page(List.of(Map.of("a", List.of(1, 2)), Map.of())))
        .isEqualTo(
            """
            [
              {
                "a": [
                  1,
                  2
                ]
              },
              {}
            ]
            """);
  }
}
