package dev.partnerops.generating;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/**
 * Writes rows of CSV as bytes, digit by digit: a million rows a second pass through here. Knows no
 * quoting; what is written holds neither comma nor quote.
 */
final class CsvBytes implements AutoCloseable {

  private static final int ROOM = 1 << 16;
  private static final int LONGEST_CELL = 256;
  private static final int SECONDS_A_DAY = 86_400;

  private final OutputStream out;
  private final DayTexts days;
  private final byte[] buffer = new byte[ROOM];
  private int length;
  private boolean inRow;
  private long lines;

  CsvBytes(OutputStream out, DayTexts days, String header) throws IOException {
    this.out = out;
    this.days = days;
    text(header);
    endRow();
  }

  /** Nothing: an absent value. */
  void empty() throws IOException {
    begin();
  }

  void text(String value) throws IOException {
    text(value.getBytes(StandardCharsets.UTF_8));
  }

  void text(byte[] value) throws IOException {
    begin();
    System.arraycopy(value, 0, buffer, length, value.length);
    length += value.length;
  }

  /** A text and a number behind it, as the name of the n-th shop. */
  void text(byte[] value, long number) throws IOException {
    text(value);
    digits(number);
  }

  void number(long value) throws IOException {
    begin();
    digits(value);
  }

  /** Yuan with two decimals, from fen of zero or more. */
  void money(long fen) throws IOException {
    begin();
    digits(fen / 100);
    buffer[length++] = '.';
    twoDigits((int) (fen % 100));
  }

  /** A day as {@code 2020-10-31}, from days since 1970-01-01. */
  void day(int epochDay) throws IOException {
    begin();
    putDay(epochDay);
  }

  /** A time as {@code 2020-10-31 23:59:59}, from local seconds since 1970-01-01. */
  void time(long localSecond) throws IOException {
    begin();
    putDay((int) (localSecond / SECONDS_A_DAY));
    int second = (int) (localSecond % SECONDS_A_DAY);
    buffer[length++] = ' ';
    twoDigits(second / 3600);
    buffer[length++] = ':';
    twoDigits(second / 60 % 60);
    buffer[length++] = ':';
    twoDigits(second % 60);
  }

  void endRow() {
    buffer[length++] = '\n';
    inRow = false;
    lines++;
  }

  /** Rows so far, without the header. */
  long rows() {
    return lines - 1;
  }

  @Override
  public void close() throws IOException {
    out.write(buffer, 0, length);
    length = 0;
    out.close();
  }

  private void begin() throws IOException {
    if (length > ROOM - LONGEST_CELL) {
      out.write(buffer, 0, length);
      length = 0;
    }
    if (inRow) {
      buffer[length++] = ',';
    }
    inRow = true;
  }

  private void putDay(int epochDay) {
    byte[] text = days.of(epochDay);
    System.arraycopy(text, 0, buffer, length, text.length);
    length += text.length;
  }

  private void digits(long value) {
    int size = 1;
    for (long bound = 10; size < 19 && value >= bound; bound *= 10) {
      size++;
    }
    long rest = value;
    for (int at = length + size - 1; at >= length; at--) {
      buffer[at] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    length += size;
  }

  private void twoDigits(int value) {
    buffer[length++] = (byte) ('0' + value / 10);
    buffer[length++] = (byte) ('0' + value % 10);
  }

  /** The texts of a span of days, made once. */
  static final class DayTexts {

    private final int first;
    private final byte[][] texts;

    DayTexts(int first, int last) {
      this.first = first;
      this.texts = new byte[last - first + 1][];
      for (int day = first; day <= last; day++) {
        String text = LocalDate.ofEpochDay(day).toString();
        texts[day - first] = text.getBytes(StandardCharsets.US_ASCII);
      }
    }

    byte[] of(int epochDay) {
      return texts[epochDay - first];
    }
  }
}
