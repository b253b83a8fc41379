package dev.partnerops.evaluating;

import dev.partnerops.ledger.BookedEntries;
import dev.partnerops.ledger.Horizon;
import dev.partnerops.ledger.LedgerStore;
import dev.partnerops.ledger.OverrideStore;
import dev.partnerops.ledger.PayoutStore;
import dev.partnerops.ledger.Payouts;
import dev.partnerops.ledger.Run;
import dev.partnerops.ledger.RunInputsStore;
import dev.partnerops.ledger.RunPart;
import dev.partnerops.ledger.RunStore;
import dev.partnerops.ledger.StandingOverride;
import dev.partnerops.programme.Editions;
import dev.partnerops.store.Store;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What an evaluation may read of earlier runs, the ledger, payout files and overrides: as far as
 * its horizon, so that a stored run comes out again whatever happened since.
 */
final class Past {

  private final Policies programmes;
  private final RunStore runs;
  private final RunInputsStore inputs;
  private final LedgerStore ledger;
  private final PayoutStore payouts;
  private final OverrideStore overrides;

  Past(Policies programmes, Store store) {
    this.programmes = programmes;
    this.runs = new RunStore(store.sql());
    this.inputs = new RunInputsStore(store.sql());
    this.ledger = new LedgerStore(store.sql());
    this.payouts = new PayoutStore(store.sql());
    this.overrides = new OverrideStore(store.sql());
  }

  /** What a stored run was asked. */
  Evaluator.Question asked(Run run) {
    return new Evaluator.Question(
        programmes.asStored(run, runs),
        run.period(),
        run.asOf(),
        Optional.ofNullable(run.before()).flatMap(runs::find).orElse(null),
        obeyed(run),
        inputs.of(run.run()).seen());
  }

  /** The overrides that a stored run obeyed, whatever became of them since. */
  List<StandingOverride> obeyed(Run run) {
    return overrides.numbered(runs.rows(run.run(), EnumSet.of(RunPart.OVERRIDE)).overrides());
  }

  BookedEntries booked(Evaluator.Question question) {
    return new BookedEntries(
        ledger.ofProgramme(question.programme(), question.seen()), question.editions());
  }

  RunHistory history(Evaluator.Question question) {
    return new RunHistory(
        runs,
        programmes.latest(),
        question.programme(),
        question.period().last(),
        Long.MAX_VALUE,
        question.seen());
  }

  /** What a run could read of those that stand at the horizon. */
  RunHistory historyBefore(Run run, Horizon seen) {
    return new RunHistory(
        runs, programmes.latest(), run.programme(), run.period().last(), run.run(), seen);
  }

  Payouts payouts(Evaluator.Question question) {
    return new Payouts(
        payouts.read().all().stream()
            .filter(payout -> payout.payout() <= question.seen().payout())
            .toList());
  }

  /** By what holdings are judged (RULES 21). */
  ClawBackTerms terms(Evaluator.Question question, Payouts paid) {
    return new ClawBackTerms(
        Editions.inForce(question.editions(), question.period()),
        run -> programmes.asStored(runs.required(run), runs),
        holding ->
            paid.isPaidOut(
                question.programme(),
                holding.kind().name().toLowerCase(Locale.ROOT),
                holding.entry()));
  }
}
