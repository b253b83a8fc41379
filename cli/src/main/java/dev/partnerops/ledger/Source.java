package dev.partnerops.ledger;

import dev.partnerops.model.Sha256;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A text that a run read beside the policies that judged: a file of {@code metrics/} or {@code
 * datasets/}, or the newest edition of a programme it read by {@code of:}.
 *
 * @param name the file from the workspace, as {@code metrics/growth.yaml}; the id of a programme
 */
public record Source(Kind kind, String name, String content) {

  /** What a source is. */
  public enum Kind {
    METRIC,
    DATASET,
    PROGRAMME;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Kind> find(String word) {
      return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }
  }

  /** Names it by all it says: the same file of two workspaces is one source. */
  public String digest() {
    return Sha256.of(kind.word() + '\0' + name + '\0' + content);
  }
}
