package dev.partnerops.simulating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.partnerops.model.ToolException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class VaryTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "params.floor=55..65/5; params.floor; 55,60,65",
        "params.floor=55..64/5; params.floor; 55,60",
        "a=1%..2%/0.5%; a; 1%,1.5%,2.0%",
        "a=-1..1/1; a; -1,0,1",
        "a=5..5/1; a; 5",
        "ladder.down.after=1,2,never; ladder.down.after; 1,2,never",
        "windows.w = last 30 days, lifetime; windows.w; last 30 days,lifetime",
        "grants[0].amount=100; grants[0].amount; 100",
      })
  void readsStepsAndLists(String asked, String path, String values) {
    assertThat(Vary.read(asked)).isEqualTo(new Vary(path, List.of(values.split(","))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "params.floor",
        "=1",
        "a=",
        "a=1..2",
        "a=2..1/1",
        "a=1..2/0",
        "a=1..2/-1",
        "a=1%..2%/1",
        "a=1,,2",
        "a=one..two/three",
        "a=1..5000/1"
      })
  void refusesWhatIsNone(String asked) {
    assertThatThrownBy(() -> Vary.read(asked)).isInstanceOf(ToolException.Usage.class);
  }

  @Test
  void severalMakeEveryCombination() {
    assertThat(Vary.grid(List.of(Vary.read("a=1,2"), Vary.read("b=x,y"))))
        .containsExactly(
            Map.of("a", "1", "b", "x"),
            Map.of("a", "1", "b", "y"),
            Map.of("a", "2", "b", "x"),
            Map.of("a", "2", "b", "y"));
    assertThat(Vary.grid(List.of())).containsExactly(Map.of());
    assertThatThrownBy(() -> Vary.grid(List.of(Vary.read("a=1"), Vary.read("a=2"))))
        .isInstanceOf(ToolException.Usage.class);
    assertThatThrownBy(() -> Vary.grid(List.of(Vary.read("a=1..100/1"), Vary.read("b=1..100/1"))))
        .isInstanceOf(ToolException.Usage.class);
  }
}
