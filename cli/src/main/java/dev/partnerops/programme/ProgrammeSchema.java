package dev.partnerops.programme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The JSON Schemas of policy and test files as this version reads them, for editors. */
public final class ProgrammeSchema {

  private ProgrammeSchema() {}

  /** Its text, JSON of draft 2020-12. */
  public static String text() {
    return text("programme.schema.json");
  }

  /** The same of test files. */
  public static String ofTests() {
    return text("test.schema.json");
  }

  private static String text(String name) {
    try (InputStream schema = ProgrammeSchema.class.getResourceAsStream(name)) {
      if (schema == null) {
        throw new IllegalStateException(name + " is missing from the jar");
      }
      return new String(schema.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
