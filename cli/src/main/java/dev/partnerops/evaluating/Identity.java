package dev.partnerops.evaluating;

import dev.partnerops.model.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** SHA-256 over texts, each ended, so that no two lists of texts look alike. */
final class Identity {

  private Identity() {}

  static String of(String... texts) {
    MessageDigest digest = Sha256.start();
    for (String text : texts) {
      digest.update(text.getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
    }
    return Sha256.hex(digest);
  }
}
