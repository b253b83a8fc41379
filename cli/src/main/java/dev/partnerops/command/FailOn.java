package dev.partnerops.command;

import dev.partnerops.model.Message;
import dev.partnerops.model.ToolException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * {@code --fail-on downgrade,exit}: findings that end a command with exit 10, for scripts (SPEC
 * section 6).
 */
public final class FailOn {

  @Option(names = "--fail-on", split = ",", paramLabel = "FINDING", descriptionKey = "fail-on")
  @Nullable List<String> findings;

  /**
   * Refuses a word that this command can never find, so that a misspelt one is not simply never
   * found.
   */
  public void require(List<String> known) {
    if (findings != null) {
      for (String finding : findings) {
        if (!known.contains(finding)) {
          throw new ToolException.Usage(Message.of("command.fail-on-unknown", finding, known));
        }
      }
    }
  }

  public boolean asks(String finding) {
    return findings != null && findings.contains(finding);
  }
}
