package dev.partnerops.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was packed comes back, all at once and one by one, in every form. */
final class PackedLongsTest {

  private static final int ROWS = 1000;

  @ParameterizedTest(name = "{0} bits, {1} of 100 absent")
  @CsvSource({
    "0, 0", "0, 30", "0, 100", "1, 0", "7, 50", "8, 0", "8, 10", "12, 3", "16, 0", "16, 1",
    "20, 97", "24, 0", "24, 5", "30, 99", "32, 0", "32, 40", "40, 0", "48, 60", "56, 2", "61, 0",
    "61, 50"
  })
  void comesBack(int bits, int absentPercent) {
    for (int seed = 0; seed < 20; seed++) {
      long[] values = values(new Random(seed), bits, absentPercent, seed % 2 == 0 ? 0 : -12_345);
      ByteWriter out = new ByteWriter();
      out.putByte(99);
      PackedLongs.pack(values, ROWS, out);
      byte[] sealed = Sealed.open(out);
      PackedLongs packed = PackedLongs.read(sealed, 1, ROWS);
      assertThat(packed.end()).isEqualTo(sealed.length - Long.BYTES);
      long[] decoded = new long[ROWS + 1];
      packed.decode(decoded);
      for (int row = 0; row < ROWS; row++) {
        assertThat(decoded[row]).as("row %d of seed %d", row, seed).isEqualTo(values[row]);
        assertThat(packed.get(row)).as("row %d of seed %d", row, seed).isEqualTo(values[row]);
      }
    }
  }

  /** The greatest code of a width is where "absent" would stand if there were one. */
  @ParameterizedTest(name = "up to {0}")
  @CsvSource({"254", "255", "256", "65534", "65535", "65536", "16777214", "16777215", "16777216"})
  void tellsTheGreatestFromAbsent(long greatest) {
    for (long[] values :
        new long[][] {
          {0, greatest, greatest, 3},
          {0, greatest, OrderRow.ABSENT, greatest},
          {OrderRow.ABSENT, 0, greatest, OrderRow.ABSENT}
        }) {
      ByteWriter out = new ByteWriter();
      PackedLongs.pack(values, values.length, out);
      long[] decoded = new long[values.length];
      PackedLongs.read(Sealed.open(out), 0, values.length).decode(decoded);
      assertThat(decoded).isEqualTo(values);
    }
  }

  @ParameterizedTest(name = "steps of up to {0}")
  @CsvSource({"1", "2", "300", "70000", "5000000000"})
  void ascendingOnesComeBack(long mostStep) {
    Random random = new Random(mostStep);
    long[] values = new long[ROWS];
    for (int row = 1; row < ROWS; row++) {
      values[row] = values[row - 1] + random.nextLong(mostStep);
    }
    ByteWriter steps = new ByteWriter();
    PackedLongs.packAscending(values, ROWS, steps);
    ByteWriter line = new ByteWriter();
    PackedLongs.packLine(values, ROWS, line);
    for (ByteWriter out : new ByteWriter[] {steps, line}) {
      long[] decoded = new long[ROWS];
      PackedLongs.read(Sealed.open(out), 0, ROWS).decode(decoded);
      assertThat(decoded).isEqualTo(values);
    }
  }

  private static long[] values(Random random, int bits, int absentPercent, long least) {
    long[] values = new long[ROWS];
    for (int row = 0; row < ROWS; row++) {
      boolean absent = random.nextInt(100) < absentPercent;
      long code = bits == 0 ? 7 : random.nextLong() >>> (Long.SIZE - bits);
      values[row] = absent ? OrderRow.ABSENT : least + code;
    }
    return values;
  }
}
