package dev.partnerops.importing;

import dev.partnerops.model.Message;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * Takes the rejects of one import: into the file, the totals, and the first of them before the
 * user's eyes.
 */
final class Rejects {

  private static final int SHOWN = 10;

  private final String name;
  private final RejectsFile file;
  private final Totals totals;
  private final Consumer<Message> notices;

  Rejects(String name, RejectsFile file, Totals totals, Consumer<Message> notices) {
    this.name = name;
    this.file = file;
    this.totals = totals;
    this.notices = notices;
  }

  /**
   * @param fen the row's money; empty where it cannot be read
   */
  void add(Reject reject, OptionalLong fen) {
    if (totals.rejected() < SHOWN) {
      Fault fault = reject.faults().getFirst();
      Message what =
          fault.column().isEmpty()
              ? fault.reason()
              : Message.of("importing.reject.column", fault.column(), fault.reason());
      notices.accept(Message.of("importing.at-line", name, reject.record().line(), what));
    }
    file.add(reject);
    totals.addReject(fen);
  }
}
