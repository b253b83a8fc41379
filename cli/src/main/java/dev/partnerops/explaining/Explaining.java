package dev.partnerops.explaining;

import dev.partnerops.command.Session;
import dev.partnerops.evaluating.Explanations;
import dev.partnerops.evaluating.Unjudged;
import dev.partnerops.metrics.CatalogueNames;
import dev.partnerops.output.Format;
import dev.partnerops.programme.Metric;
import dev.partnerops.programme.MetricReference;
import dev.partnerops.programme.MetricUses;
import dev.partnerops.programme.Programme;
import dev.partnerops.wording.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

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
      case JSON, CSV, TSV, NDJSON -> session.print(StepTable.of(answer, session.messages()));
    }
  }

  /** Whoever names columns wants the table of the steps. */
  private void printPages() {
    if (session.namesColumns()) {
      session.print(StepTable.of(answer, session.messages()));
      return;
    }
    PagePrinter printer = new PagePrinter(session.format() == Format.MARKDOWN);
    ExplanationPage pages = new ExplanationPage(session.messages(), this::wording);
    List<String> texts = new ArrayList<>();
    for (Explanations.Explained explained : answer.explained()) {
      texts.add(printer.print(pages.of(explained, ways(explained))));
    }
    for (Unjudged unjudged : answer.unjudged()) {
      Programme edition = unjudged.edition();
      texts.add(
          printer.print(
              pages.of(
                  unjudged,
                  answer.run(),
                  edition == null ? answer.editions().getLast() : edition)));
    }
    session.print(texts.stream().collect(Collectors.joining("\n")));
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
