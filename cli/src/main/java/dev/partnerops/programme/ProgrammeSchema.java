package dev.partnerops.programme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The JSON Schema of policy files as this version reads them, for editors. */
public final class ProgrammeSchema {

  private ProgrammeSchema() {}

  /** Its text, JSON of draft 2020-12. */
  public static String text() {
    try (InputStream schema = ProgrammeSchema.class.getResourceAsStream("programme.schema.json")) {
      if (schema == null) {
        throw new IllegalStateException("programme.schema.json is missing from the jar");
      }
      return new String(schema.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
