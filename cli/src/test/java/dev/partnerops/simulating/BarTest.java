package dev.partnerops.simulating;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerops.model.Fraction;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class BarTest {

  @Test
  void drawsToTheEighth() {
    assertThat(Bar.of(numbers(0, 1, 8, 9, 16), 2)).containsExactly("", "▏", "█", "█▏", "██");
  }

  @Test
  void beginsAtTheLeastBelowNought() {
    assertThat(Bar.of(numbers(-1, 0, 1), 2)).containsExactly("", "█", "██");
  }

  @Test
  void drawsNothingOfNothing() {
    assertThat(Bar.of(numbers(0, 0), 9)).containsExactly("", "");
  }

  private static List<Fraction> numbers(long... numbers) {
    return Arrays.stream(numbers).mapToObj(Fraction::of).toList();
  }
}
