package dev.partnerops.nightly;

import dev.partnerops.command.InboxRule;
import dev.partnerops.command.Session;
import dev.partnerops.dataset.DataSet;
import dev.partnerops.dataset.DataSets;
import dev.partnerops.importing.FileImports;
import dev.partnerops.importing.HeaderMatch;
import dev.partnerops.importing.ImportRequest;
import dev.partnerops.importing.ImportResult;
import dev.partnerops.importing.Progress;
import dev.partnerops.model.Message;
import dev.partnerops.model.ToolException;
import dev.partnerops.store.Store;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Takes the files of the inbox one by one: imports each, notes it in the transaction that publishes
 * its batch, and moves it away. What a kill leaves half done is done again to the same end: a batch
 * that is there is found by the file's digest, a file that was noted goes where the note says.
 */
final class InboxImports {

  private final Session session;
  private final Store store;
  private final NightOptions options;
  private final NightRecord record;
  private final NightLog log;
  private final Inbox inbox;
  private final List<DataSet> dataSets;
  private final FileImports imports;

  InboxImports(
      Session session, Store store, NightOptions options, NightRecord record, NightLog log) {
    this.session = session;
    this.store = store;
    this.options = options;
    this.record = record;
    this.log = log;
    this.inbox = new Inbox(options.inbox());
    this.dataSets = session.dataSets().all();
    this.imports = new FileImports(session, store, log::notice, Progress.SILENT);
  }

  /** A file with what it is of. */
  private record Found(String name, FileMatch match) {}

  void run() {
    List<InboxRule> rules = session.workspace().configuration().inbox();
    requireKnown(rules);
    List<Found> found = new ArrayList<>();
    for (String name : inbox.names()) {
      found.add(
          new Found(
              name,
              FileMatch.find(
                  name,
                  rules,
                  dataSets,
                  () -> HeaderMatch.find(name, inbox.path(name), dataSets))));
    }
    // Names are sorted already: of one data set they come by name.
    found.sort(Comparator.comparingInt(each -> turn(each.match())));
    found.forEach(this::take);
  }

  private void requireKnown(List<InboxRule> rules) {
    for (InboxRule rule : rules) {
      if (session.dataSets().find(rule.dataset()).isEmpty()) {
        throw new ToolException.Policy(
            Message.of("nightly.rule-dataset", rule.line(), rule.dataset()));
      }
    }
  }

  /** What others refer to comes first, orders last; what is of no data set behind them. */
  private int turn(FileMatch match) {
    return switch (match) {
      case FileMatch.Of(DataSet dataSet, InboxRule rule) ->
          dataSet.name().equals(DataSets.ORDERS) ? dataSets.size() : dataSets.indexOf(dataSet);
      case FileMatch.None none -> Integer.MAX_VALUE;
    };
  }

  private void take(Found found) {
    Step.OfFile outcome =
        switch (found.match()) {
          case FileMatch.Of(DataSet dataSet, InboxRule rule) ->
              imported(found.name(), dataSet, rule);
          case FileMatch.None(Message reason) ->
              noted(
                  Step.OfFile.unread(
                      found.name(),
                      null,
                      Step.FileStatus.UNKNOWN,
                      inbox.freePlace(Inbox.FAILED, found.name()),
                      false,
                      session.messages().text(reason)));
        };
    inbox.move(found.name(), outcome.placed());
    tell(outcome);
    store.giveWay();
  }

  private Step.OfFile imported(String name, DataSet dataSet, @Nullable InboxRule rule) {
    List<Step.OfFile> published = new ArrayList<>();
    String done = inbox.freePlace(Inbox.DONE, name);
    try {
      ImportRequest request =
          request(name, dataSet, rule)
              .alongside(result -> {
                Step.OfFile step =
                    step(name, result, Step.FileStatus.IMPORTED, done, result.rejected() > 0, null);
                record.add(step);
                published.add(step);
              });
      ImportResult result = imports.importFile(request);
      if (!published.isEmpty()) {
        return published.getFirst();
      }
      return noted(
          result.status() == ImportResult.Status.FAILED
              ? refused(name, result)
              : step(name, result, Step.FileStatus.ALREADY_IMPORTED, done, false, null));
    } catch (ToolException.Input unreadable) {
      return noted(
          Step.OfFile.unread(
              name,
              dataSet.name(),
              Step.FileStatus.FAILED,
              inbox.freePlace(Inbox.FAILED, name),
              Files.exists(inbox.rejects(name)),
              session.messages().text(unreadable.text())));
    }
  }

  private ImportRequest request(String name, DataSet dataSet, @Nullable InboxRule rule) {
    ImportRequest request =
        new ImportRequest(dataSet, name, inbox.path(name))
            .rejectsTo(inbox.rejects(name))
            .maxRejects(options.maxRejects());
    if (rule == null) {
      return request;
    }
    if (rule.map() != null) {
      request.mappedBy(session, rule.map());
    }
    if (rule.charset() != null) {
      request.encodedIn(Charset.forName(rule.charset()));
    }
    if (rule.delimiter() != null) {
      request.delimitedBy(rule.delimiter().equals("tab") ? '\t' : rule.delimiter().charAt(0));
    }
    return request.lastWins(rule.lastWins());
  }

  private Step.OfFile refused(String name, ImportResult result) {
    String failed = inbox.freePlace(Inbox.FAILED, name);
    Message why =
        Message.of(
            "nightly.rejects", result.rejected(), result.rows(), options.maxRejects(), failed);
    return step(name, result, Step.FileStatus.FAILED, failed, true, session.messages().text(why));
  }

  private static Step.OfFile step(
      String name,
      ImportResult result,
      Step.FileStatus status,
      String placed,
      boolean rejects,
      @Nullable String reason) {
    return new Step.OfFile(
        name,
        result.dataset(),
        status,
        result.batch(),
        result.rows(),
        result.inserted(),
        result.amended(),
        result.unchanged(),
        result.rejected(),
        result.fen(),
        placed,
        rejects,
        reason);
  }

  /**
   * What was noted of the file before a kill where it is the same, else noted now; the file lies
   * still here, so that one that has its place already is another one of that name.
   */
  private Step.OfFile noted(Step.OfFile outcome) {
    Optional<Step.OfFile> before =
        record.files().stream()
            .filter(file -> file.name().equals(outcome.name()) && !inbox.holds(file.placed()))
            .filter(file -> isSame(file, outcome))
            .findFirst();
    if (before.isPresent()) {
      return before.get();
    }
    store.rollback();
    record.add(outcome);
    store.publish();
    return outcome;
  }

  private static boolean isSame(Step.OfFile before, Step.OfFile now) {
    return before.batch() != null
        ? before.batch().equals(now.batch())
        : before.status() == now.status() && before.rejected() == now.rejected();
  }

  private void tell(Step.OfFile file) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("file", file.name());
    fields.put("dataset", file.dataset());
    fields.put("batch", file.batch());
    fields.put("rows", file.rows());
    fields.put("inserted", file.inserted());
    fields.put("amended", file.amended());
    fields.put("unchanged", file.unchanged());
    fields.put("rejected", file.rejected());
    fields.put("placed", file.placed());
    fields.put("reason", file.reason());
    log.event(
        file.status().isSetAside() ? NightLog.Level.WARN : NightLog.Level.INFO,
        "file." + file.status(),
        fields);
  }
}
