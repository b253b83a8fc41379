package dev.partnerops.explaining;

import dev.partnerops.command.Session;
import dev.partnerops.evaluating.Explanations;
import dev.partnerops.evaluating.Unjudged;
import dev.partnerops.metrics.CatalogueNames;
import dev.partnerops.model.Message;
import dev.partnerops.model.ToolException;
import dev.partnerops.output.Format;
import dev.partnerops.output.Json;
import dev.partnerops.programme.Metric;
import dev.partnerops.programme.MetricReference;
import dev.partnerops.programme.MetricUses;
import dev.partnerops.programme.Programme;
import dev.partnerops.wording.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Prints what a run says of an id, in the form that was asked for. */
final class Explaining {

  private final Session session;
  private final Explanations.Answer answer;
  private final List<Programme> others;

  Explaining(Session session, Explanations.Answer answer) {
    this.session = session;
    this.answer = answer;
    this.others = List.copyOf(answer.then().programmes().latest().values());
  }

  void print() {
    switch (session.format()) {
      case TABLE, MARKDOWN -> printPages();
      case JSON -> printJson();
      case CSV, TSV, NDJSON -> session.print(StepTable.of(answer, session.messages()));
    }
  }

  /**
   * The rows behind a number.
   *
   * @throws ToolException.Usage where the id has no row, or one a role and no role was named
   */
  void printRows(String metric) {
    if (answer.explained().size() != 1) {
      throw new ToolException.Usage(
          answer.explained().isEmpty()
              ? Message.of("explaining.rows.unjudged", answer.unjudged().getFirst().id().id())
              : Message.of(
                  "explaining.rows.roles",
                  answer.explained().stream().map(each -> each.decision().id().role()).toList()));
    }
    session.print(RowsOfMetric.of(answer.explained().getFirst(), answer.then(), metric));
  }

  private void printJson() {
    if (session.namesColumns()) {
      session.print(StepTable.of(answer, session.messages()));
      return;
    }
    List<Map<String, @Nullable Object>> objects = new ArrayList<>();
    for (Explanations.Explained explained : answer.explained()) {
      objects.add(ExplanationJson.of(explained, ways(explained)));
    }
    for (Unjudged unjudged : answer.unjudged()) {
      objects.add(ExplanationJson.of(unjudged, answer.run(), edition(unjudged)));
    }
    session.print(Json.page(objects));
  }

  private Programme edition(Unjudged unjudged) {
    Programme edition = unjudged.edition();
    return edition == null ? answer.editions().getLast() : edition;
  }

  private void printPages() {
    PagePrinter printer = new PagePrinter(session.format() == Format.MARKDOWN);
    ExplanationPage pages = new ExplanationPage(session.messages(), this::wording);
    if (session.namesColumns()) {
      printTables(printer, pages);
      return;
    }
    List<String> texts = new ArrayList<>();
    for (Explanations.Explained explained : answer.explained()) {
      texts.add(printer.print(pages.of(explained, ways(explained))));
    }
    for (Unjudged unjudged : answer.unjudged()) {
      texts.add(printer.print(pages.of(unjudged, answer.run(), edition(unjudged))));
    }
    session.print(texts.stream().collect(Collectors.joining("\n")));
  }

  /** Whoever names columns wants the table of the steps, under what was decided. */
  private void printTables(PagePrinter printer, ExplanationPage pages) {
    for (Explanations.Explained explained : answer.explained()) {
      session.out().print(printer.print(pages.summary(explained)));
      session.print(StepTable.ofSteps(explained, session.messages()));
    }
    for (Unjudged unjudged : answer.unjudged()) {
      session.out().print(printer.print(pages.of(unjudged, answer.run(), edition(unjudged))));
    }
  }

  private Wording wording(Programme edition) {
    return Wording.of(session.messages(), answer.then().catalogue(), edition, others);
  }

  private List<Way> ways(Explanations.Explained explained) {
    Wording words = wording(explained.edition());
    CatalogueNames names = new CatalogueNames(answer.then().catalogue());
    return LeastChange.of(
        explained.again(),
        Levers.of(
            explained.again(),
            explained.edition(),
            use -> words.metrics().unit(use),
            reference -> names.decimals(numerator(reference), explained.edition().entity())));
  }

  private static MetricReference numerator(MetricReference reference) {
    return MetricUses.part(reference, MetricReference.Part.NUMERATOR)
            instanceof Metric.Measured(MetricReference numerator)
        ? numerator
        : reference;
  }
}
