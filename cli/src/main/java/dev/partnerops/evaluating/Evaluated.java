package dev.partnerops.evaluating;

import dev.partnerops.ledger.Run;
import dev.partnerops.ledger.RunRows;
import dev.partnerops.ledger.RunStatus;
import dev.partnerops.model.Message;
import dev.partnerops.programme.Programme;
import java.util.List;

/**
 * An evaluation to be printed.
 *
 * @param run numbered where it is stored, 0 for a projection or a dry run
 * @param editions that were in force
 * @param notices for stderr
 */
public record Evaluated(Run run, RunRows rows, List<Programme> editions, List<Message> notices) {

  public Evaluated {
    editions = List.copyOf(editions);
    notices = List.copyOf(notices);
  }

  public boolean isApproved() {
    return run.status() == RunStatus.APPROVED;
  }
}
