package dev.partnerops.checking;

import dev.partnerops.model.EntityKind;
import dev.partnerops.output.Messages;
import dev.partnerops.programme.Condition;
import dev.partnerops.programme.Grant;
import dev.partnerops.programme.Instruments;
import dev.partnerops.programme.Metric;
import dev.partnerops.programme.Programme;
import dev.partnerops.wording.Wording;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A whole programme as a page its partners could read: the order is that of the policy file. */
final class ProgrammePage {

  private final Page page;
  private final Wording words;
  private final Programme programme;

  private ProgrammePage(Page page, Wording words) {
    this.page = page;
    this.words = words;
    this.programme = words.programme();
  }

  static String of(Messages messages, Wording words) {
    Page page = new Page(messages);
    new ProgrammePage(page, words).fill();
    return page.toString();
  }

  private void fill() {
    page.heading(1, words.titled(programme.title(), programme.id()));
    page.sentence(page.say("checking.page.edition", programme.id(), programme.edition()));
    who();
    when();
    measures();
    conditions();
    for (Map.Entry<String, Instruments> segment : programme.segments().entrySet()) {
      segment(segment.getKey(), segment.getValue());
    }
    new InstrumentPages(page, words, false).add(programme.instruments());
  }

  private void who() {
    page.heading(Page.TOP, page.say("checking.page.who"));
    Condition where = programme.where();
    if (where == null) {
      page.point(page.say("checking.page.everybody", words.entities()));
    } else {
      new ConditionPoints(page, words)
          .add(page.say("checking.page.where", words.entities()), where);
    }
    if (programme.entity().equals(EntityKind.PROVIDER)) {
      page.point(page.say("checking.page.roles"));
    }
    Programme.Cohort cohort = programme.cohort();
    if (cohort != null) {
      page.point(
          page.say(
              "checking.page.cohort",
              words.entities(),
              words.fields().name(cohort.field()),
              days(cohort.from(), cohort.to())));
    }
    Programme.Effective effective = programme.effective();
    page.point(
        page.say(
            effective.byEvaluation()
                ? "checking.page.effective.evaluation"
                : "checking.page.effective.period",
            days(effective.from(), effective.to())));
  }

  private String days(@Nullable LocalDate from, @Nullable LocalDate to) {
    if (from == null) {
      return to == null
          ? page.say("checking.page.days.any")
          : page.say("checking.page.days.to", to);
    }
    return to == null
        ? page.say("checking.page.days.from", from)
        : page.say("checking.page.days", from, to);
  }

  private void when() {
    page.heading(Page.TOP, page.say("checking.page.when"));
    String every = words.spans().every(programme.calendar().every());
    int onDay = programme.calendar().onDay();
    page.point(
        onDay == 1
            ? page.say("checking.page.calendar.1", every)
            : page.say("checking.page.calendar", every, onDay));
    page.point(page.say("checking.page.zone", programme.zone().getId(), programme.currency()));
    if (programme.whenMissing() != null) {
      page.point(
          page.say(
              "checking.page.missing." + programme.whenMissing().name().toLowerCase(Locale.ROOT)));
    }
    boolean reckons =
        programme.allInstruments().stream()
            .anyMatch(each ->
                each.fee() != null || each.grants().stream().anyMatch(Grant::isReckonedAgain));
    if (reckons && programme.adjustPeriods() > 0) {
      page.point(page.say("checking.page.adjust", programme.adjustPeriods()));
    }
  }

  private void measures() {
    if (programme.metrics().isEmpty()) {
      return;
    }
    page.heading(Page.TOP, page.say("checking.page.measures"));
    List<List<String>> rows = new ArrayList<>();
    programme.metrics().forEach((name, use) -> rows.add(measure(name, use)));
    page.table(
        List.of(
            page.say("checking.page.measure"),
            page.say("checking.page.counted"),
            page.say("checking.page.window")),
        rows);
  }

  private List<String> measure(String name, Metric.Use use) {
    return List.of(
        words.titled(use.title(), name),
        words.metrics().measured(use.metric()),
        words.metrics().window(use.metric()));
  }

  private void conditions() {
    if (programme.conditions().isEmpty()) {
      return;
    }
    page.heading(Page.TOP, page.say("checking.page.conditions"));
    programme
        .conditions()
        .forEach((name, condition) ->
            new ConditionPoints(page, words).add(page.say("checking.page.named", name), condition));
  }

  /** What a segment has of its own; the rest is that of all. */
  private void segment(String value, Instruments own) {
    String field = programme.segmentBy();
    Instruments top = programme.instruments();
    if (field == null || own.equals(top)) {
      return;
    }
    page.heading(
        Page.TOP,
        page.say(
            "checking.page.segment",
            words.fields().name(field),
            words.fields().value(field, value)));
    new InstrumentPages(page, words, true).add(SegmentParts.of(own, top));
  }
}
