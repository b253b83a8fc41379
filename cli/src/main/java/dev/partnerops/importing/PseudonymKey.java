package dev.partnerops.importing;

import dev.partnerops.command.Configuration;
import dev.partnerops.model.Message;
import dev.partnerops.model.ToolException;
import dev.partnerops.store.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The key under which {@code pseudonymise: [buyer_id]} hides buyers: 64 hex digits in a file of the
 * workspace that only its owner may read. One store holds pseudonyms of one key or none, or one
 * buyer would count twice; whatever would mix them is a failed precondition.
 */
final class PseudonymKey {

  /** In the workspace, beside its configuration. */
  static final String FILE = "pseudonym.key";

  private static final int BYTES = 32;

  private PseudonymKey() {}

  /**
   * The key, made where there is none; empty where buyers are kept as they come.
   *
   * @param hasOrders whether the store ever took orders
   */
  static Optional<byte[]> find(Configuration configuration, Path workspace, boolean hasOrders) {
    Path file = workspace.resolve(FILE);
    boolean isThere = Files.exists(file);
    if (!configuration.pseudonymisesBuyers()) {
      if (isThere && hasOrders) {
        throw new ToolException.Precondition(Message.of("importing.pseudonym.left", file));
      }
      return Optional.empty();
    }
    if (!isThere && hasOrders) {
      throw new ToolException.Precondition(Message.of("importing.pseudonym.missing", file));
    }
    try {
      return Optional.of(isThere ? read(file) : make(file));
    } catch (IOException e) {
      throw new ToolException.Resources(Message.of("command.cannot-read", file, e), e);
    }
  }

  private static byte[] read(Path file) throws IOException {
    String text = Files.readString(file).strip();
    if (!text.matches("[0-9a-f]{" + 2 * BYTES + "}")) {
      throw new ToolException.Precondition(Message.of("importing.pseudonym.damaged", file));
    }
    return HexFormat.of().parseHex(text);
  }

  private static byte[] make(Path file) throws IOException {
    byte[] key = new byte[BYTES];
    new SecureRandom().nextBytes(key);
    PrivateFiles.create(file);
    Files.writeString(file, HexFormat.of().formatHex(key) + "\n");
    return key;
  }
}
