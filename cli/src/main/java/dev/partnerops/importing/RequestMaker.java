package dev.partnerops.importing;

import dev.partnerops.command.Session;
import dev.partnerops.dataset.DataSet;
import dev.partnerops.model.Message;
import dev.partnerops.model.ToolException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The options of one command line, for each of its files. */
record RequestMaker(
    Session session,
    DataSet dataSet,
    @Nullable MappingText mapping,
    @Nullable Charset charset,
    @Nullable Character delimiter,
    @Nullable Path rejects,
    RejectLimit maxRejects,
    Expectation expectation,
    boolean lastWins,
    boolean again) {

  ImportRequest request(String name, Spool spool) {
    ImportRequest request =
        name.equals(InputNames.STDIN)
            ? new ImportRequest(dataSet, Spool.NAME, spool.file())
                .rejectsTo(session.path(Path.of(Spool.NAME + ".rejects.csv")))
            : new ImportRequest(dataSet, name, session.path(Path.of(name)));
    if (rejects != null) {
      request.rejectsTo(session.path(rejects));
    }
    if (request.rejects.equals(request.file.path())) {
      throw new ToolException.Usage(Message.of("importing.rejects.is-input", request.rejects));
    }
    if (mapping != null) {
      request.mappedBy(mapping.name(), mapping.text());
    }
    if (charset != null) {
      request.encodedIn(charset);
    }
    if (delimiter != null) {
      request.delimitedBy(delimiter);
    }
    return request.maxRejects(maxRejects).expecting(expectation).lastWins(lastWins).again(again);
  }
}
