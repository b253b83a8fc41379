package dev.partnerops.checking;

import dev.partnerops.programme.Instruments;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a segment has instead of the top's: its instruments come merged over those (RULES 20). */
final class SegmentParts {

  private SegmentParts() {}

  static Instruments of(Instruments segment, Instruments top) {
    return new Instruments(
        own(segment.minimum(), top.minimum()),
        own(segment.scorecard(), top.scorecard()),
        own(segment.ladder(), top.ladder()),
        own(segment.ranking(), top.ranking()),
        own(segment.grants(), top.grants()),
        own(segment.limits(), top.limits()),
        own(segment.fee(), top.fee()));
  }

  private static <T> List<T> own(List<T> segment, List<T> top) {
    return segment.equals(top) ? List.of() : segment;
  }

  private static <T> @Nullable T own(@Nullable T segment, @Nullable T top) {
    return Objects.equals(segment, top) ? null : segment;
  }
}
