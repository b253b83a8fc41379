package dev.partnerops.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The version of this build, written into a resource when it was made. */
public final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {"partnerops " + read()};
  }

  /** The version, as {@code 0.1.0}. */
  public static String read() {
    try (InputStream resource =
        Version.class.getResourceAsStream("/dev/partnerops/version.properties")) {
      if (resource == null) {
        throw new IllegalStateException("version.properties is missing: build with bin/check");
      }
      Properties properties = new Properties();
      properties.load(resource);
      return properties.getProperty("version", "unknown");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
