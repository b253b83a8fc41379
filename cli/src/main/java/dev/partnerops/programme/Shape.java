package dev.partnerops.programme;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The mappings a policy file is made of and the keys each takes. A key written {@code key*} is
 * required. The JSON Schema has a definition of the same name for each, and a test compares the
 * two.
 */
enum Shape {
  PROGRAMME(
      "programme* title* effective* entity* evaluate* edition cohort zone currency where when_missing"
          + " params windows metrics conditions segment_by segments minimum scorecard ladder ranking"
          + " grants limits fee adjust"),
  TITLE("en zh"),
  EFFECTIVE("from* to by"),
  COHORT("field* from to"),
  EVALUATE("every* on_day starting"),
  SEGMENT("minimum scorecard ladder ranking grants fee limits"),
  WINDOW_RANGE("from* to*"),
  WINDOW_SHIFT("window* back not_before not_after"),
  WINDOW_CHOICE("when* then* else*"),
  DIMENSIONS("channel category hot pool"),
  REFERENCE(Keys.REFERENCE),
  FIELD_METRIC("field* title through"),
  DERIVED_METRIC("expr* title"),
  FIGURE_METRIC("figure* take window title"),
  ALL("all* says"),
  ANY("any* says"),
  NOT("not* says"),
  COUNT("count* says " + Keys.COMPARISONS),
  MET("met* says"),
  HELD("held* evaluations* says"),
  FIELD("field* when_missing says through " + Keys.COMPARISONS),
  AGE("age* when_missing says through " + Keys.COMPARISONS),
  METRIC(Keys.REFERENCE + " when_missing says " + Keys.COMPARISONS),
  TIER("tier* or_above of window seen says"),
  BADGE("badge* of window seen says"),
  MISSED("missed* says"),
  TABLE("by* rows* else"),
  CHOICE("when* then* else*"),
  SCORECARD("start range kpis tracks entries"),
  KPI(Keys.REFERENCE + " kpi weight* curve steps floor missing require"),
  STEP("percent* " + Keys.COMPARISONS),
  COMPARISONS(Keys.COMPARISONS),
  ENTRY("entry* points* metric window only except with of title through when per limit remember"),
  LADDER("tiers* require up down not_rated protect admit exit readmit_after"),
  LADDER_TIER("tier* enter keep require title"),
  MOVE("after step"),
  PROTECT("for* when until show clock"),
  RANKING("by* then eligible partition_by quotas ties"),
  RANKING_KEY(Keys.REFERENCE + " order"),
  QUOTA("badge* top next of round at_least require title"),
  GRANT("benefit* kind* eligible pay_to once_per amount limits assign expires claw_back title"),
  EXPIRES("after* from"),
  CLAW_BACK("when* within limit"),
  AMOUNT_SHARE("rate* of* at_least at_most"),
  AMOUNT_BANDS("bands* of* cumulative at_least at_most"),
  BAND("up_to rate*"),
  LIMIT("per* each at_most* when_short arrival"),
  FEE("base* bands* eligible standard");

  @SuppressWarnings("ImmutableEnumChecker") // a record of sets that never change
  private final KeyWords words;

  Shape(String words) {
    this.words = KeyWords.of(words);
  }

  KeyWords words() {
    return words;
  }

  /** The keys that may stand in it, in the order they are told of. */
  Set<String> keys() {
    return words.keys();
  }

  List<String> required() {
    return words.required();
  }

  /** Its name in the JSON Schema: {@code ladder_tier}. */
  String definition() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Groups of keys that several shapes share. */
  private static final class Keys {
    static final String REFERENCE = "metric* window only except with of title through";
    static final String COMPARISONS =
        "at_least more_than at_most less_than between is is_not in not_in from to missing";
  }
}
