package dev.partnerops.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.partnerops.model.Fraction;
import dev.partnerops.model.ToolException;
import dev.partnerops.model.Value;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class YamlFileTest {

  @Test
  void keepsLinesAndOrder() {
    YamlNode root = YamlFile.read("p.yaml", "a: 1\nb:\n  - x\n  - 'y'\n");
    assertThat(root)
        .isEqualTo(
            new YamlNode.Mapping(
                List.of(
                    new YamlNode.Entry("a", 1, new YamlNode.Scalar("1", true, 1)),
                    new YamlNode.Entry(
                        "b",
                        2,
                        new YamlNode.Sequence(
                            List.of(
                                new YamlNode.Scalar("x", true, 3),
                                new YamlNode.Scalar("y", false, 4)),
                            3))),
                1));
  }

  @Test
  void anEmptyFileIsNull() {
    assertThat(((YamlNode.Scalar) YamlFile.read("p.yaml", "# nothing\n")).isNull()).isTrue();
  }

  @Test
  void anAliasIsWhatItNames() {
    YamlNode.Mapping root = (YamlNode.Mapping) YamlFile.read("p.yaml", "a: &x [1]\nb: *x\n");
    assertThat(root.find("b")).isEqualTo(root.find("a"));
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1",
    "1.10, 1.1",
    "5%, 0.05",
    "0.5%, 0.005",
    "2.026, 2.026",
    "0755, 755",
    "-3, -3",
    "1e3, 1000",
    "0x1F, 31",
    "0o17, 15",
    ".5, 0.5",
    "100%, 1"
  })
  void numbersAreExact(String text, String number) {
    assertThat(new YamlNode.Scalar(text, true, 1).findNumber().map(Fraction::toString))
        .hasValue(number);
  }

  @ParameterizedTest
  @CsvSource({"NO", "12:30:45", "1e400", "1_000", "x%", "2020-02-31", ".inf"})
  void theseAreTexts(String text) {
    assertThat(new YamlNode.Scalar(text, true, 1).value()).isEqualTo(Value.ofText(text));
  }

  @Test
  void quotedTextIsText() {
    assertThat(new YamlNode.Scalar("5%", false, 1).value()).isEqualTo(Value.ofText("5%"));
    assertThat(new YamlNode.Scalar("null", false, 1).isNull()).isFalse();
  }

  @Test
  void daysFlagsAndNull() {
    assertThat(new YamlNode.Scalar("2020-09-01", true, 1).value())
        .isEqualTo(new Value.Day(LocalDate.of(2020, 9, 1)));
    assertThat(new YamlNode.Scalar("true", true, 1).value()).isEqualTo(new Value.Flag(true));
    assertThat(new YamlNode.Scalar("~", true, 1).value()).isEqualTo(Value.missing());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a: 1\\nb: 2\\na: 3 | p.yaml:3: key \"a\" stands twice, first in line 1; keep one",
        "a: !!str 1 | p.yaml:1: tag tag:yaml.org,2002:str is not taken; write the plain value",
        "a: *x | p.yaml:1: alias *x names no anchor above it; write &x where its value stands",
        "a: &x [*x] | p.yaml:1: alias *x stands inside what it names; take it out",
        "a: 1\\n---\\nb: 2 | p.yaml:3: a second document begins here; write one document a file",
        "? [a]\\n: 1 | p.yaml:1: a key is a list, a mapping or an alias; write a plain word",
      })
  void refuses(String text, String said) {
    assertThat(fault(text.replace("\\n", "\n"))).isEqualTo(said);
  }

  @Test
  void namesTheLineOfASyntaxError() {
    assertThat(fault("a: 1\nb: [1, 2\nc: 3\n")).startsWith("p.yaml:3: not YAML: ");
  }

  @Test
  void controlCharactersAreRefused() {
    assertThat(fault("a: \u0007"))
        .isEqualTo("p.yaml:1: control characters in the file; save it as plain UTF-8 text");
  }

  @Test
  void depthIsBounded() {
    assertThat(fault("[".repeat(20_000) + "]".repeat(20_000)))
        .isEqualTo("p.yaml:1: nested more than 64 deep; write it flatter");
  }

  @Test
  void aliasesAreBounded() {
    StringBuilder bomb = new StringBuilder("a: &a [x,x,x,x,x,x,x,x,x]\n");
    for (char name = 'b'; name <= 'i'; name++) {
      String last = "*" + (char) (name - 1);
      bomb.append(
          name
              + ": &"
              + name
              + " ["
              + String.join(",", java.util.Collections.nCopies(9, last))
              + "]\n");
    }
    assertThat(fault(bomb.toString()))
        .isEqualTo("p.yaml:6: aliases unfold to more than 100000 parts; write out what is needed");
  }

  @Test
  void sizeIsBounded() {
    assertThat(fault("#".repeat((1 << 20) + 1)))
        .isEqualTo(
            "p.yaml:1: the file is longer than 1048576 characters; a policy, mapping or configuration"
                + " file is far smaller");
  }

  private static String fault(String text) {
    return Said.by(
        catchThrowableOfType(ToolException.Policy.class, () -> YamlFile.read("p.yaml", text)));
  }
}
