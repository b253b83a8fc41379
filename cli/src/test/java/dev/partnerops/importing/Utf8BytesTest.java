package dev.partnerops.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class Utf8BytesTest {

  /** What a reader has room for ends where it likes, also inside a letter. */
  @ParameterizedTest
  @CsvSource({"UTF-8, 1", "UTF-8, 7", "UTF-8, 65537", "GB18030, 1", "GB18030, 7", "UTF-16, 5"})
  void givesTheTextInPiecesOfAnySize(String charset, int piece) throws IOException {
    String text = "id,名称\n" + "M1,海宁a浅夏\n".repeat(20_000);
    byte[] file = text.getBytes(Charset.forName(charset));
    ByteArrayOutputStream read = new ByteArrayOutputStream();
    try (Utf8Bytes in = new Utf8Bytes(new ByteArrayInputStream(file), Optional.empty())) {
      byte[] target = new byte[piece + 2];
      for (int bytes = in.read(target, 1, piece); bytes >= 0; bytes = in.read(target, 1, piece)) {
        read.write(target, 1, bytes);
      }
    }
    assertThat(read.toString(StandardCharsets.UTF_8)).isEqualTo(text);
  }
}
