package dev.partnerops.importing;

import dev.partnerops.model.Message;
import dev.partnerops.model.Sha256;
import dev.partnerops.model.ToolException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/** A file whose header was read and laid out; its records follow. */
final class OpenFile implements AutoCloseable {

  private static final int DIGEST_BYTES = 1 << 16;

  private final ImportRequest request;
  private final MessageDigest digest;
  private final InputBytes bytes;
  private final Utf8Bytes text;
  private final RecordCutter cutter;
  private final Layout layout;

  private OpenFile(
      ImportRequest request,
      MessageDigest digest,
      InputBytes bytes,
      Utf8Bytes text,
      RecordCutter cutter,
      Layout layout) {
    this.request = request;
    this.digest = digest;
    this.bytes = bytes;
    this.text = text;
    this.cutter = cutter;
    this.layout = layout;
  }

  static OpenFile open(ImportRequest request) {
    MessageDigest digest = newDigest(request);
    InputBytes bytes = InputBytes.open(request.file, digest);
    try {
      Utf8Bytes text = new Utf8Bytes(bytes, Optional.ofNullable(request.charset));
      String name = request.file.name();
      RecordCutter cutter = new RecordCutter(name, text);
      String first =
          cutter
              .findFirst()
              .orElseThrow(() -> new ToolException.Input(Message.of("importing.file.empty", name)));
      Header header =
          request.delimiter == null
              ? Header.detect(name, first, Layout.knownNames(request.dataSet, request.mapping))
              : Header.of(name, first, request.delimiter);
      cutter.useDelimiter(header.delimiter());
      Layout layout = Layout.of(name, request.dataSet, header, request.mapping);
      return new OpenFile(request, digest, bytes, text, cutter, layout);
    } catch (RuntimeException e) {
      closeQuietly(bytes);
      throw e;
    }
  }

  /**
   * The digest of a file that is read for nothing else.
   *
   * @param step done now and then
   */
  static String digest(ImportRequest request, Runnable step) {
    MessageDigest digest = newDigest(request);
    try (InputBytes bytes = InputBytes.open(request.file, digest)) {
      byte[] buffer = new byte[DIGEST_BYTES];
      while (bytes.read(buffer) >= 0) {
        step.run();
      }
    } catch (IOException e) {
      throw new ToolException.Input(
          Message.of(
              "importing.file.unreadable", request.file.name(), e.getClass().getSimpleName()),
          e);
    }
    return Sha256.hex(digest);
  }

  /** Of data set and mapping; the decompressed bytes follow (RULES 25). */
  private static MessageDigest newDigest(ImportRequest request) {
    MessageDigest digest = Sha256.start();
    String before =
        request.dataSet.name()
            + '\0'
            + request.mapping.text().length()
            + '\0'
            + request.mapping.text();
    digest.update(before.getBytes(StandardCharsets.UTF_8));
    return digest;
  }

  ImportRequest request() {
    return request;
  }

  Layout layout() {
    return layout;
  }

  RecordCutter cutter() {
    return cutter;
  }

  /** The encoding that was assumed, where it is not UTF-8; known once the file was read. */
  Optional<Charset> findAssumedCharset() {
    return text.findAssumed();
  }

  long position() {
    return bytes.position();
  }

  /** The file's digest; it was read to its end. */
  String digest() {
    return Sha256.hex(digest);
  }

  @Override
  public void close() {
    closeQuietly(bytes);
  }

  private static void closeQuietly(InputBytes bytes) {
    try {
      bytes.close();
    } catch (IOException e) {
      // Nothing was written; what was read was checked while reading.
      return;
    }
  }
}
