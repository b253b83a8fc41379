package dev.partnerops.bookkeeping;

import dev.partnerops.ledger.BookedEntries;
import dev.partnerops.ledger.Entry;
import dev.partnerops.ledger.Horizon;
import dev.partnerops.ledger.LedgerStore;
import dev.partnerops.ledger.RunBookingStore;
import dev.partnerops.model.EntityId;
import dev.partnerops.model.Money;
import dev.partnerops.model.Period;
import dev.partnerops.model.Value;
import dev.partnerops.output.Column;
import dev.partnerops.output.ResultTable;
import dev.partnerops.paying.LimitSpan;
import dev.partnerops.programme.Editions;
import dev.partnerops.programme.Grant;
import dev.partnerops.programme.Instruments;
import dev.partnerops.programme.Programme;
import dev.partnerops.programme.Programmes;
import dev.partnerops.programme.Setting;
import dev.partnerops.store.Store;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Budgets: what programmes may spend in all and on each benefit by their policies' limits, and what
 * is spent of it in the span that holds a day (SPEC section 4, limits; RULES 13). A benefit without
 * a budget has a row of what it ever spent. Limits per holder are no budgets.
 */
final class Budgets {

  private static final String OF_ALL = "programme";
  private static final Grant.Limit.Each EVER = Grant.Limit.Each.LIFETIME;

  private static final List<Column> COLUMNS =
      List.of(
          Column.text("programme"),
          Column.text("benefit"),
          Column.text("edition"),
          Column.text("each"),
          Column.text("span"),
          Column.money("at_most"),
          Column.money("spent"),
          Column.money("left"));

  private final LocalDate day;
  private final List<List<? extends @Nullable Object>> rows = new ArrayList<>();

  Budgets(LocalDate day) {
    this.day = day;
  }

  /**
   * A limit over all of a programme, or of one benefit.
   *
   * @param span empty where the programme has no period on that day
   * @param atMost absent where it is no plain number
   */
  private record Budget(
      int edition, String benefit, Grant.Limit.Each each, String span, @Nullable Money atMost) {}

  /**
   * Adds the rows of every programme that has entries or budgets.
   *
   * @param only of this one; absent: of all
   */
  void addAll(Store store, Programmes programmes, @Nullable String only) {
    LedgerStore ledger = new LedgerStore(store.sql());
    Set<String> ids = new TreeSet<>(EntityId::compareBytes);
    ids.addAll(new RunBookingStore(store.sql()).programmes());
    ids.addAll(programmes.ids());
    for (String id : ids) {
      if (only == null || only.equals(id)) {
        List<Programme> editions =
            programmes.ids().contains(id) ? programmes.editions(id) : List.of();
        add(id, editions, ledger.ofProgramme(id, Horizon.NOW));
      }
    }
  }

  /**
   * Adds the rows of a programme.
   *
   * @param editions none where its files are not in the workspace
   * @param entries all of the programme, as often as they are asked for
   */
  void add(String programme, List<Programme> editions, Iterable<Entry> entries) {
    List<Programme> inForce = inForce(editions);
    BookedEntries booked = new BookedEntries(entries, inForce);
    Set<Budget> budgets = new LinkedHashSet<>();
    Set<String> benefits = new TreeSet<>(EntityId::compareBytes);
    for (Entry entry : entries) {
      benefits.add(entry.benefit());
    }
    for (Programme edition : inForce) {
      for (Instruments instruments : edition.allInstruments()) {
        addLimits(edition, "", instruments.limits(), budgets);
        for (Grant grant : instruments.grants()) {
          benefits.add(grant.benefit());
          addLimits(edition, grant.benefit(), grant.limits(), budgets);
        }
      }
    }
    // Fees have no budget; the empty benefit is that of limits over all.
    benefits.add("");
    for (String benefit : benefits) {
      addRows(programme, benefit, budgets, booked);
    }
  }

  private void addRows(
      String programme, String benefit, Set<Budget> budgets, BookedEntries booked) {
    List<Budget> own = budgets.stream().filter(budget -> budget.benefit().equals(benefit)).toList();
    for (Budget budget : own) {
      Money spent = spent(programme, benefit, budget.each(), budget.span(), booked);
      Money atMost = budget.atMost();
      rows.add(
          Arrays.<@Nullable Object>asList(
              programme,
              benefit,
              Integer.toString(budget.edition()),
              word(budget.each()),
              budget.span(),
              atMost,
              spent,
              atMost == null ? null : atMost.minus(spent)));
    }
    if (own.isEmpty() && !benefit.isEmpty()) {
      Money spent = spent(programme, benefit, EVER, "", booked);
      rows.add(
          Arrays.<@Nullable Object>asList(
              programme, benefit, null, word(EVER), null, null, spent, null));
    }
  }

  private static Money spent(
      String programme, String benefit, Grant.Limit.Each each, String span, BookedEntries booked) {
    return booked.spent(new LimitSpan(programme, benefit, OF_ALL, "", each, span));
  }

  private static String word(Grant.Limit.Each each) {
    return each.name().toLowerCase(Locale.ROOT);
  }

  /** The editions that judge somebody in the period of the day. */
  private List<Programme> inForce(List<Programme> editions) {
    if (editions.isEmpty()) {
      return List.of();
    }
    return editions
        .getLast()
        .calendar()
        .containing(day)
        .map(period -> Editions.inForce(editions, period).all())
        .filter(found -> !found.isEmpty())
        .orElse(List.of(editions.getLast()));
  }

  private void addLimits(
      Programme edition, String benefit, List<Grant.Limit> limits, Set<Budget> budgets) {
    for (Grant.Limit limit : limits) {
      if (limit.per().equals(OF_ALL)) {
        budgets.add(
            new Budget(
                edition.edition(),
                benefit,
                limit.each(),
                span(edition, limit.each()),
                plain(limit.atMost())));
      }
    }
  }

  private String span(Programme edition, Grant.Limit.Each each) {
    return switch (each) {
      case LIFETIME -> "";
      case PERIOD -> edition.calendar().containing(day).map(Period::label).orElse("");
      case MONTH -> day.toString().substring(0, 7);
      case YEAR -> day.toString().substring(0, 4);
    };
  }

  private static @Nullable Money plain(Setting setting) {
    return setting instanceof Setting.Literal literal
            && literal.value() instanceof Value.Numeric numeric
        ? Money.rounded(numeric.number())
        : null;
  }

  ResultTable table() {
    return new ResultTable(COLUMNS, rows);
  }
}
