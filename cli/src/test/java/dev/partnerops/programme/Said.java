package dev.partnerops.programme;

import dev.partnerops.model.ToolException;
import dev.partnerops.output.Messages;
import java.util.Locale;
import java.util.stream.Collectors;

/** Failures as an English reader sees them, so that tests compare whole lines. */
final class Said {

  private static final Messages ENGLISH = new Messages(Locale.ENGLISH);

  private Said() {}

  static String by(ToolException problem) {
    return problem.texts().stream().map(ENGLISH::text).collect(Collectors.joining("\n"));
  }
}
