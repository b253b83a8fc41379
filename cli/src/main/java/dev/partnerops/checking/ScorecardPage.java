package dev.partnerops.checking;

import dev.partnerops.model.Fraction;
import dev.partnerops.model.Unit;
import dev.partnerops.programme.Condition;
import dev.partnerops.programme.Metric;
import dev.partnerops.programme.Scorecard;
import dev.partnerops.programme.Setting;
import dev.partnerops.wording.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How points are earned: KPIs as a table, entries as points under it. */
final class ScorecardPage {

  private final Page page;
  private final Wording words;

  ScorecardPage(Page page, Wording words) {
    this.page = page;
    this.words = words;
  }

  void add(Scorecard card) {
    if (!card.kpis().isEmpty()) {
      page.sentence(page.say("checking.card.sum"));
      kpis(card.kpis());
    }
    if (!card.tracks().isEmpty()) {
      page.sentence(page.say("checking.card.tracks"));
      card.tracks()
          .forEach((name, kpis) -> {
            page.sentence(page.say("checking.card.track", name));
            kpis(kpis);
          });
    }
    card.entries().forEach(entry -> page.point(entry(entry)));
    if (card.start().signum() != 0) {
      page.point(page.say("checking.card.start", words.amounts().plain(card.start())));
    }
    Fraction from = card.rangeFrom();
    Fraction to = card.rangeTo();
    if (from != null && to != null) {
      page.point(
          page.say("checking.card.range", words.amounts().plain(from), words.amounts().plain(to)));
    }
    if (card.allKpis().stream().anyMatch(kpi -> !kpi.floor().isEmpty())) {
      page.point(
          page.say(
              card.tracks().isEmpty() ? "checking.card.floors" : "checking.card.floors.tracks"));
    }
  }

  private void kpis(List<Scorecard.Kpi> kpis) {
    List<List<String>> rows = new ArrayList<>();
    for (Scorecard.Kpi kpi : kpis) {
      rows.add(
          List.of(
              name(kpi),
              words.settings().amount(kpi.weight(), Unit.NUMBER),
              earned(kpi),
              kpi.floor().isEmpty()
                  ? ""
                  : page.say(
                      "checking.card.points",
                      words.conditions().comparisons(kpi.floor(), Unit.NUMBER)),
              Optional.ofNullable(kpi.missing()).map(this::missing).orElse(""),
              Optional.ofNullable(kpi.require()).map(words.conditions()::whole).orElse("")));
    }
    page.table(
        List.of(
            page.say("checking.card.kpi"),
            page.say("checking.card.weight"),
            page.say("checking.card.earned"),
            page.say("checking.card.floor"),
            page.say("checking.card.missing"),
            page.say("checking.card.require")),
        rows);
  }

  private String name(Scorecard.Kpi kpi) {
    String metric = words.metrics().phrase(kpi.metric());
    return kpi.title() == null || kpi.title().equals(kpi.metric().title())
        ? metric
        : page.say("checking.page.titled", words.titled(kpi.title(), kpi.name()), metric);
  }

  private String missing(Scorecard.Missing missing) {
    return page.say("checking.card.missing." + missing.name().toLowerCase(Locale.ROOT));
  }

  /** Percent of the weight by value. */
  String earned(Scorecard.Kpi kpi) {
    Unit unit = words.metrics().unit(kpi.metric());
    List<String> parts = new ArrayList<>();
    for (Scorecard.CurvePoint point : kpi.curve()) {
      parts.add(
          page.say(
              "checking.card.at",
              words.settings().number(point.value(), unit),
              words.settings().percent(point.percent())));
    }
    if (!parts.isEmpty()) {
      return page.say("checking.card.linear", words.commas(parts));
    }
    for (Scorecard.Step step : kpi.steps()) {
      parts.add(
          page.say(
              "checking.card.step",
              words.conditions().comparisons(step.comparisons(), unit),
              words.settings().percent(step.percent())));
    }
    return page.say("checking.card.steps", words.semicolons(parts));
  }

  String entry(Scorecard.Entry entry) {
    String points = words.settings().amount(entry.points(), Unit.NUMBER);
    Metric.Use metric = entry.metric();
    Condition when = entry.when();
    Setting per = entry.per();
    List<String> parts = new ArrayList<>();
    if (metric != null && per != null) {
      String each = words.settings().number(per, words.metrics().unit(metric));
      parts.add(page.say("checking.card.per", words.metrics().phrase(metric), each, points));
    } else if (metric != null) {
      parts.add(page.say("checking.card.times", words.metrics().phrase(metric), points));
    } else if (when != null) {
      parts.add(page.say("checking.card.when", words.conditions().phrase(when), points));
    }
    if (entry.limit() != null) {
      parts.add(
          page.say("checking.card.limit", words.settings().number(entry.limit(), Unit.NUMBER)));
    }
    if (entry.remember() != null) {
      parts.add(page.say("checking.card.remember", words.spans().window(entry.remember())));
    }
    return page.say(
        "checking.page.labelled",
        words.titled(entry.title(), entry.name()),
        words.semicolons(parts));
  }
}
