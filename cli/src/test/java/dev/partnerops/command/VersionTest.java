package dev.partnerops.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class VersionTest {
  @Test
  void isFilledInByTheBuild() {
    assertThat(Version.read()).matches("\\d+\\.\\d+\\.\\d+");
  }
}
