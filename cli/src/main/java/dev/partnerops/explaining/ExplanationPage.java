package dev.partnerops.explaining;

import dev.partnerops.deciding.EntityDecision;
import dev.partnerops.deciding.Step;
import dev.partnerops.evaluating.Explanations;
import dev.partnerops.evaluating.Unjudged;
import dev.partnerops.ledger.Run;
import dev.partnerops.model.EntityId;
import dev.partnerops.output.Messages;
import dev.partnerops.programme.Programme;
import dev.partnerops.wording.Wording;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Why a decision is as it is and what would have made another, on one page for people. */
final class ExplanationPage {

  private final Messages messages;
  private final Function<Programme, Wording> wording;

  ExplanationPage(Messages messages, Function<Programme, Wording> wording) {
    this.messages = messages;
    this.wording = wording;
  }

  /** Who it is and what was decided, in sentences. */
  Page summary(Explanations.Explained explained) {
    Page page = new Page();
    Wording words = wording.apply(explained.edition());
    summarise(explained, words, reasons(explained, words), page);
    return page;
  }

  Page of(Explanations.Explained explained, List<Way> ways) {
    Wording words = wording.apply(explained.edition());
    StepWords steps = new StepWords(messages, words);
    ReasonWords reasons = reasons(explained, words);
    Page page = new Page();
    summarise(explained, words, reasons, page);
    new ClauseBlocks(messages, explained, steps, reasons).add(page);
    new WayBlocks(messages, words, new ChangeWords(messages, words, steps)).add(ways, page);
    HistoryBlock.add(explained, messages, page);
    return page;
  }

  private ReasonWords reasons(Explanations.Explained explained, Wording words) {
    return new ReasonWords(
        messages,
        new StepWords(messages, words),
        words,
        explained.again().was().instruments().ladder());
  }

  private void summarise(
      Explanations.Explained explained, Wording words, ReasonWords reasons, Page page) {
    EntityDecision decision = explained.decision();
    head(
        page,
        decision.id(),
        decision.name(),
        decision.segment(),
        explained.run(),
        explained.edition());
    new Verdicts(messages, words, explained, reasons).lines().forEach(page::line);
  }

  /** Of an entity without a row. */
  Page of(Unjudged unjudged, Run run, Programme edition) {
    StepWords steps = new StepWords(messages, wording.apply(edition));
    Page page = new Page();
    head(page, unjudged.id(), unjudged.name(), unjudged.segment(), run, edition);
    page.line(new UnjudgedWords(messages, steps).sentence(unjudged, run));
    Map<Integer, List<String>> byLine = new LinkedHashMap<>();
    for (Step step : unjudged.steps()) {
      if (!StepWords.isGroup(step)) {
        byLine
            .computeIfAbsent(step.clause().line(), line -> new ArrayList<>())
            .add(steps.sentence(step));
      }
    }
    if (!byLine.isEmpty()) {
      page.heading(messages.text("explaining.heading.decided"));
    }
    byLine.forEach(
        (line, below) -> page.add(new Page.Block.Quote(line, Quotes.of(edition, line), below)));
    return page;
  }

  private void head(
      Page page, EntityId id, String name, String segment, Run run, Programme edition) {
    String who = name.isEmpty() || name.equals(id.id()) ? id.id() : id.id() + " " + name;
    page.add(
        new Page.Block.Title(
            messages.text(
                segment.isEmpty() ? "explaining.head" : "explaining.head.segment",
                who,
                edition.title(),
                run.period().label(),
                segment,
                run.programme())));
    page.line(
        messages.text(
            "explaining.head.run",
            run.run(),
            messages.text("explaining.word." + run.status().word()),
            edition.edition(),
            run.period().first(),
            run.period().last(),
            run.asOf()));
  }
}
