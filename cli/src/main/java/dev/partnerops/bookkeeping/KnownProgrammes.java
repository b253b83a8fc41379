package dev.partnerops.bookkeeping;

import dev.partnerops.command.Session;
import dev.partnerops.ledger.RunBookingStore;
import dev.partnerops.metrics.Catalogue;
import dev.partnerops.metrics.CatalogueNames;
import dev.partnerops.programme.MetricNames;
import dev.partnerops.programme.Programmes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The programmes that the ledger may have entries of: those of runs, and those of the workspace.
 */
final class KnownProgrammes {

  private final Session session;

  KnownProgrammes(Session session) {
    this.session = session;
  }

  /**
   * The id that {@code --programme} means, by itself or by a file; absent where none was asked for.
   * A programme whose file is gone is known by its runs, and then no file is read.
   */
  @Nullable String findId(RunBookingStore runs, @Nullable String asked) {
    if (asked == null) {
      return null;
    }
    Path file = session.path(Path.of(asked));
    if (Files.isRegularFile(file)) {
      return Programmes.readFile(file, names()).id();
    }
    List<String> ids = new ArrayList<>(runs.programmes());
    if (!ids.contains(asked)) {
      ids.addAll(ofWorkspace().ids());
    }
    if (!ids.contains(asked)) {
      throw Programmes.unknown(asked, ids);
    }
    return asked;
  }

  /** Those whose files are in the workspace. */
  Programmes ofWorkspace() {
    return Programmes.read(session.workspace().programmes(), names());
  }

  private MetricNames names() {
    return new CatalogueNames(Catalogue.of(session.dataSets(), session.workspace().metrics()));
  }
}
