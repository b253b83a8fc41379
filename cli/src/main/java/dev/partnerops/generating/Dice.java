package dev.partnerops.generating;

/**
 * Chance without memory: SplitMix64, written out here because the bytes of a generated set must not
 * change with the Java version.
 *
 * <p>One die is started for each thing that is made, from the seed, the kind of thing and its
 * number.
 */
final class Dice {

  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private long state;

  /** Starts the sequence of one thing: the {@code number}-th of its kind. */
  Dice start(long seed, Kind kind, long number) {
    state = hash(seed, kind, number);
    return this;
  }

  /** A whole number from 0 to {@code bound} - 1, all alike. */
  int below(int bound) {
    return (int) (((next() >>> 33) * bound) >>> 31);
  }

  /** True {@code count} times in a thousand. */
  boolean perMille(int count) {
    return below(1000) < count;
  }

  /**
   * A place from 0 to {@code bound} - 1, the front ones much likelier: the square of an even draw.
   */
  int longTail(int bound) {
    long even = next() >>> 33;
    return (int) ((((even * even) >>> 31) * bound) >>> 31);
  }

  /**
   * A place from 0 to {@code bound} - 1, the front ones somewhat likelier: the lesser of two draws.
   */
  int frontHalf(int bound) {
    int one = below(bound);
    int other = below(bound);
    return Math.min(one, other);
  }

  private long next() {
    state += GOLDEN;
    return mix(state);
  }

  /** A fixed number for one thing, well spread over all 64 bits. */
  static long hash(long seed, Kind kind, long number) {
    return mix(mix(seed + kind.salt * GOLDEN) + number * GOLDEN);
  }

  private static long mix(long value) {
    long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }

  /** What a sequence is for; two kinds never share a sequence. */
  enum Kind {
    ORDER(1),
    MERCHANT(2),
    PRODUCT(3),
    PROMOTER(4),
    SESSION(5),
    LEADER(6),
    PROVIDER(7),
    AFFILIATION(8),
    COURSE(9),
    VIOLATION(10),
    BOOKING(11),
    PROMOTION(12),
    TASK(13),
    FIGURE(14),
    NIGHT(15);

    private final long salt;

    Kind(long salt) {
      this.salt = salt;
    }
  }
}
