package dev.partnerops.explaining;

import dev.partnerops.deciding.Step;
import dev.partnerops.output.Messages;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reasons as sentences: steps in a few words, counters and keys by what they mean. */
final class ReasonWords {

  private static final Pattern COUNTED = Pattern.compile("(\\S+) (?:>=|<|<=) (\\S+)");

  private final Messages messages;
  private final StepWords steps;

  ReasonWords(Messages messages, StepWords steps) {
    this.messages = messages;
    this.steps = steps;
  }

  /** Reasons one after the other. */
  String sentence(List<Because> reasons) {
    return reasons.stream()
        .map(this::one)
        .distinct()
        .collect(Collectors.joining(messages.text("explaining.reason.between")));
  }

  String one(Because because) {
    Step step = because.step();
    if (step != null) {
      return steps.brief(step);
    }
    Matcher counted = COUNTED.matcher(because.said());
    String word = because.word();
    if (word.equals("once_per")) {
      return messages.text("explaining.reason.once_per", because.said());
    }
    if (because.said().equals("never")) {
      return messages.text("explaining.reason.never." + word);
    }
    return switch (word) {
      case "up", "down", "protect", "readmit_after", "limits" ->
          counted.matches()
              ? messages.text("explaining.reason." + word, counted.group(1), counted.group(2))
              : because.said();
      case "amount" -> messages.text("explaining.reason.amount", because.said());
      default ->
          because.said().equals("missing")
              ? messages.text("explaining.step.missing")
              : because.said();
    };
  }
}
