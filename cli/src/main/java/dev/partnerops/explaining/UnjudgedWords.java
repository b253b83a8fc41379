package dev.partnerops.explaining;

import dev.partnerops.deciding.Step;
import dev.partnerops.deciding.Values;
import dev.partnerops.deciding.Verdict;
import dev.partnerops.evaluating.Unjudged;
import dev.partnerops.ledger.Run;
import dev.partnerops.ledger.StandingOverride;
import dev.partnerops.output.Messages;
import dev.partnerops.programme.Programme;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Why a run has no row of an entity, in a sentence. */
final class UnjudgedWords {

  private final Messages messages;
  private final StepWords steps;

  UnjudgedWords(Messages messages, StepWords steps) {
    this.messages = messages;
    this.steps = steps;
  }

  String sentence(Unjudged unjudged, Run run) {
    return switch (unjudged.reason()) {
      case LATER -> messages.text("explaining.unjudged.later", run.batch());
      case COHORT -> cohort(unjudged);
      case WHERE -> messages.text("explaining.unjudged.where", where(unjudged.steps()));
      case SEGMENT ->
          messages.text(
              "explaining.unjudged.segment",
              unjudged.segment().isEmpty()
                  ? messages.text("explaining.step.missing")
                  : unjudged.segment());
      case EXCLUDED -> excluded(unjudged.override());
    };
  }

  private String excluded(@Nullable StandingOverride override) {
    return override == null
        ? messages.text("explaining.unjudged.edition")
        : messages.text(
            "explaining.unjudged.excluded",
            override.override(),
            override.until(),
            override.reason(),
            override.by(),
            Objects.requireNonNullElse(override.approvedBy(), "-"));
  }

  private String cohort(Unjudged unjudged) {
    Programme edition = unjudged.edition();
    Programme.Cohort cohort = edition == null ? null : edition.cohort();
    if (cohort == null) {
      return messages.text("explaining.unjudged.edition");
    }
    return messages.text(
        "explaining.unjudged.cohort",
        cohort.field(),
        cohort.from() == null ? "" : cohort.from(),
        cohort.to() == null ? "" : cohort.to(),
        unjudged.day().isMissing()
            ? messages.text("explaining.step.missing")
            : Values.text(unjudged.day()));
  }

  private String where(List<Step> found) {
    return found.stream()
        .filter(step -> step.verdict() == Verdict.UNMET && !StepWords.isGroup(step))
        .map(steps::brief)
        .distinct()
        .collect(Collectors.joining(messages.text("explaining.reason.between")));
  }
}
