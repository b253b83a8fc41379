package dev.partnerops.wording;

import dev.partnerops.metrics.Catalogue;
import dev.partnerops.model.EntityKind;
import dev.partnerops.model.Title;
import dev.partnerops.output.Messages;
import dev.partnerops.programme.Programme;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How the parts of one programme are said in one language. Titles and {@code says:} of the policy
 * come first, what has neither is said from its clauses.
 *
 * <p>{@link #exactly()} says the same without any title and without rounding, so that two texts of
 * it are equal exactly where the policies mean the same.
 */
public final class Wording {

  private final Messages messages;
  private final Catalogue catalogue;
  private final Programme programme;
  private final List<Programme> others;
  private final boolean exact;

  private Wording(
      Messages messages,
      Catalogue catalogue,
      Programme programme,
      List<Programme> others,
      boolean exact) {
    this.messages = messages;
    this.catalogue = catalogue;
    this.programme = programme;
    this.others = List.copyOf(others);
    this.exact = exact;
  }

  /**
   * The words of a programme for people.
   *
   * @param catalogue where metrics have their titles and units
   * @param others programmes that this one may read by {@code of:}, for their titles; may lack any
   */
  public static Wording of(
      Messages messages, Catalogue catalogue, Programme programme, List<Programme> others) {
    return new Wording(messages, catalogue, programme, others, false);
  }

  public Wording exactly() {
    return new Wording(new Messages(Locale.ENGLISH), catalogue, programme, List.of(), true);
  }

  public Programme programme() {
    return programme;
  }

  Catalogue catalogue() {
    return catalogue;
  }

  boolean isExact() {
    return exact;
  }

  public Amounts amounts() {
    return new Amounts(this);
  }

  public Fields fields() {
    return new Fields(this);
  }

  public Spans spans() {
    return new Spans(this);
  }

  public MetricPhrases metrics() {
    return new MetricPhrases(this);
  }

  public SettingPhrases settings() {
    return new SettingPhrases(this);
  }

  public ConditionPhrases conditions() {
    return new ConditionPhrases(this);
  }

  public String text(String key, Object... arguments) {
    return messages.text(key, arguments);
  }

  /** What a bundle says under a key, else the word itself. */
  String textOr(String key, String word) {
    return messages.find(key).orElse(word);
  }

  boolean isChinese() {
    return messages.locale().equals(Locale.CHINESE);
  }

  /** A title of the policy, else the name. */
  public String titled(@Nullable Title title, String name) {
    return title == null || exact ? name : title.in(messages.locale());
  }

  public String tier(String name) {
    return exact ? name : said(titles(programme).tier(name));
  }

  public String badge(String name) {
    return exact ? name : said(titles(programme).badge(name));
  }

  /** A KPI of this programme or of another. */
  String kpi(@Nullable String of, String name) {
    Programme whose = of == null ? programme : find(of);
    return exact || whose == null ? name : said(titles(whose).kpi(name));
  }

  /** A benefit of this programme or of another. */
  public String benefit(@Nullable String of, String name) {
    Programme whose = of == null ? programme : find(of);
    return exact || whose == null ? name : said(titles(whose).benefit(name));
  }

  /** A tier or badge of another programme, by the title it has there. */
  String standingOf(String id, String name, boolean tier) {
    Programme other = find(id);
    if (other == null) {
      return name;
    }
    return said(tier ? titles(other).tier(name) : titles(other).badge(name));
  }

  String programme(String id) {
    Programme other = find(id);
    return other == null ? id : titled(other.title(), id);
  }

  private @Nullable Programme find(String id) {
    Programme found = null;
    for (Programme other : others) {
      if (other.id().equals(id)) {
        found = other;
      }
    }
    return found;
  }

  private static Titles titles(Programme programme) {
    return new Titles(List.of(programme));
  }

  private String said(Object titled) {
    return titled instanceof Title title ? title.in(messages.locale()) : titled.toString();
  }

  /** One of those that are judged: {@code provider}. */
  public String entity() {
    return entity(programme.entity());
  }

  String entity(EntityKind kind) {
    return textOr("wording.entity." + kind.word(), isChinese() ? ofDataSet(kind) : kind.word());
  }

  /** Those that are judged: {@code providers}. */
  public String entities() {
    EntityKind kind = programme.entity();
    return textOr("wording.entities." + kind.word(), ofDataSet(kind));
  }

  /** The rows of a data set of the workspace's own, by its title. */
  private String ofDataSet(EntityKind kind) {
    return catalogue
        .dataSets()
        .findByEntity(kind)
        .map(own -> titled(own.title(), own.name()))
        .orElse(kind.word());
  }

  /** {@code a, b and c}, of names and numbers. */
  public String and(List<String> names) {
    return join(names, "wording.list.comma", "wording.list.and");
  }

  /** {@code a, b and c}, of values that are compared. */
  String listed(List<String> values) {
    return join(values, "wording.list.comma", "wording.list.with");
  }

  /** {@code beneficiary and month}: for each of them together. */
  public String per(List<String> names) {
    return join(names, "wording.list.per", "wording.list.per");
  }

  public String or(List<String> names) {
    return join(names, "wording.list.comma", "wording.list.or");
  }

  /** {@code a, b and c}, of clauses that all must hold. */
  String allOf(List<String> clauses) {
    return join(clauses, "wording.clauses.comma", "wording.clauses.and");
  }

  String anyOf(List<String> clauses) {
    return join(clauses, "wording.clauses.comma", "wording.clauses.or");
  }

  public String semicolons(List<String> clauses) {
    return join(clauses, "wording.clauses.semicolon", "wording.clauses.semicolon");
  }

  public String commas(List<String> clauses) {
    return join(clauses, "wording.clauses.comma", "wording.clauses.comma");
  }

  private String join(List<String> parts, String between, String last) {
    List<String> rest = new ArrayList<>(parts);
    String text = rest.isEmpty() ? "" : rest.removeFirst();
    for (int i = 0; i < rest.size(); i++) {
      text = text(i == rest.size() - 1 ? last : between, text, rest.get(i));
    }
    return text;
  }
}
