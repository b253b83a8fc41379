package dev.partnerops.evaluating;

import dev.partnerops.ledger.Payout;
import dev.partnerops.ledger.Run;
import dev.partnerops.ledger.RunRows;
import dev.partnerops.ledger.RunStatus;
import dev.partnerops.programme.Programme;
import dev.partnerops.programme.References;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What a run says of itself beside its rows: its inputs as one identity (RULES 2). */
final class RunHeader {

  private final Policies programmes;
  private final long batch;
  private final String codeVersion;

  RunHeader(Policies programmes, long batch, String codeVersion) {
    this.programmes = programmes;
    this.batch = batch;
    this.codeVersion = codeVersion;
  }

  /**
   * The header.
   *
   * @param lastEntry the last entry it read
   * @param paid payout files it hangs on
   */
  Run of(
      Evaluator.Question question,
      RunHistory history,
      long lastEntry,
      List<EarlierPeriod> earlier,
      List<Payout> paid,
      RunRows rows) {
    Set<String> others = new TreeSet<>();
    for (Programme edition : question.editions()) {
      for (String other : References.programmesReadBy(edition)) {
        history.approved(other).forEach(run -> others.add(other + "=" + run.run()));
      }
      if (References.readsOwnPast(edition)) {
        history.approved(edition.id()).forEach(run -> others.add(edition.id() + "=" + run.run()));
      }
    }
    // What they granted without booking it is in no entry.
    earlier.forEach(each -> others.add(question.programme() + "=" + each.run().run()));
    // What is in a payout file is clawed back no more.
    paid.stream()
        .filter(payout -> payout.programme().equals(question.programme()))
        .forEach(payout -> others.add("payout " + payout.kind() + "=" + payout.lastEntry()));
    List<String> digests = question.editions().stream().map(Programme::digest).sorted().toList();
    Long before = question.before() == null ? null : question.before().run();
    List<String> inputs =
        new ArrayList<>(
            List.of(
                question.programme(),
                digests.toString(),
                question.period().label(),
                question.asOf().toString(),
                Long.toString(batch),
                String.valueOf(before),
                others.toString(),
                Long.toString(lastEntry),
                Sources.digest(programmes.sources(question.editions()))));
    // A run without any keeps the identity it had before there were overrides.
    if (!rows.overrides().isEmpty()) {
      inputs.add(rows.overrides().toString());
    }
    String identity = Identity.of(inputs.toArray(String[]::new));
    return new Run(
        0,
        question.programme(),
        String.join(
            ",",
            question.editions().stream()
                .map(edition -> Integer.toString(edition.edition()))
                .toList()),
        question.period(),
        question.asOf(),
        batch,
        rows.decisions().size(),
        before,
        identity,
        "",
        codeVersion,
        digests,
        RunStatus.PROPOSED,
        null,
        null);
  }
}
