package dev.partnerops;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ToolVersionTest {
  @Test
  void isFilledInByTheBuild() {
    assertThat(ToolVersion.read()).matches("\\d+\\.\\d+\\.\\d+");
  }
}
