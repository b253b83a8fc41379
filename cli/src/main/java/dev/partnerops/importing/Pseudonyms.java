package dev.partnerops.importing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Another id for an id: HMAC-SHA256 under the workspace's key, of which 63 bits are kept as a whole
 * number, since the order store packs numbers well. The same id has the same pseudonym wherever the
 * key is; of 100 million buyers two meet with a chance of one in 1,800. Of one thread.
 */
final class Pseudonyms {

  private static final String ALGORITHM = "HmacSHA256";

  private final Mac mac;

  Pseudonyms(byte[] key) {
    try {
      mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, e);
    }
  }

  String of(String id) {
    byte[] code = mac.doFinal(id.getBytes(StandardCharsets.UTF_8));
    return Long.toString(ByteBuffer.wrap(code).getLong() & Long.MAX_VALUE);
  }
}
