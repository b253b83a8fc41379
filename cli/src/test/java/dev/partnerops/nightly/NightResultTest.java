package dev.partnerops.nightly;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** How a night ends (RULES 24). */
final class NightResultTest {

  private static final List<Step.OfFile> BAD = List.of(file(Step.FileStatus.FAILED));
  private static final List<Step.OfFile> UNKNOWN = List.of(file(Step.FileStatus.UNKNOWN));
  private static final List<Step.OfFile> GOOD =
      List.of(file(Step.FileStatus.IMPORTED), file(Step.FileStatus.ALREADY_IMPORTED));
  private static final Step.OfRun WAITING = run(Step.RunStatus.WAITING);
  private static final Step.OfRun INCOMPLETE = run(Step.RunStatus.INCOMPLETE);
  private static final Step.OfRun FAULTY = run(Step.RunStatus.FAILED);

  @Test
  void whatIsAtFaultFirstDecides() {
    assertThat(NightResult.exit(List.of(), List.of())).isZero();
    assertThat(NightResult.exit(GOOD, List.of(WAITING))).isZero();
    assertThat(NightResult.exit(GOOD, List.of(WAITING, INCOMPLETE))).isEqualTo(5);
    assertThat(NightResult.exit(GOOD, List.of(INCOMPLETE, FAULTY))).isEqualTo(4);
    assertThat(NightResult.exit(UNKNOWN, List.of(INCOMPLETE, FAULTY))).isEqualTo(3);
    assertThat(NightResult.exit(BAD, List.of())).isEqualTo(3);
  }

  private static Step.OfFile file(Step.FileStatus status) {
    return Step.OfFile.unread("a.csv", null, status, "failed/a.csv", false, "why");
  }

  private static Step.OfRun run(Step.RunStatus status) {
    return new Step.OfRun("p", "2020-10", status, null, null, "why");
  }
}
