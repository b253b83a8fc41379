package dev.partnerops.explaining;

import dev.partnerops.deciding.Step;
import dev.partnerops.output.Messages;
import dev.partnerops.programme.Ladder;
import dev.partnerops.programme.Length;
import dev.partnerops.wording.Wording;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reasons as sentences: steps in a few words, counters and keys by what they mean. */
final class ReasonWords {

  private static final Pattern COUNTED = Pattern.compile("(\\S+) (?:>=|<|<=) (\\S+)");

  private static final Pattern ENTRY = Pattern.compile("entry (\\d+)");

  /** {@code 2020-09 entry 1 100.00 < 120.00}; the period and the entry may lack. */
  private static final Pattern AGAIN =
      Pattern.compile("(?:\\S+ )??(?:entry (\\d+) )?(-?[0-9.]+) [<>] (-?[0-9.]+)");

  private final Messages messages;
  private final StepWords steps;
  private final Wording words;
  private final @Nullable Ladder ladder;

  ReasonWords(Messages messages, StepWords steps, Wording words, @Nullable Ladder ladder) {
    this.messages = messages;
    this.steps = steps;
    this.words = words;
    this.ladder = ladder;
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
      Matcher entry = ENTRY.matcher(because.said());
      return messages.text(
          "explaining.reason.once_per",
          entry.matches()
              ? messages.text("explaining.reason.entry", entry.group(1))
              : because.said());
    }
    if (because.said().equals("never")) {
      return messages.text("explaining.reason.never." + word);
    }
    return switch (word) {
      case "protect" ->
          counted.matches() ? protection(counted.group(1), counted.group(2)) : because.said();
      case "up", "down", "readmit_after", "limits" ->
          counted.matches()
              ? messages.text("explaining.reason." + word, counted.group(1), counted.group(2))
              : because.said();
      case "amount" -> amount(because.said());
      default ->
          because.said().equals("missing")
              ? messages.text("explaining.step.missing")
              : because.said();
    };
  }

  /** What is due now against what was, of an entry where one is named (RULES 3). */
  private String amount(String said) {
    Matcher again = AGAIN.matcher(said);
    if (!again.matches()) {
      return messages.text("explaining.reason.amount", said);
    }
    String entry = again.group(1);
    return entry == null
        ? messages.text("explaining.reason.again", again.group(2), again.group(3))
        : messages.text(
            "explaining.reason.again.entry",
            again.group(2),
            again.group(3),
            messages.text("explaining.reason.entry", entry));
  }

  private String protection(String used, String of) {
    Ladder.Protection protection = ladder == null ? null : ladder.protection();
    String length =
        protection == null || !of.chars().allMatch(Character::isDigit) || of.length() > 9
            ? of
            : words.spans().length(new Length(Integer.parseInt(of), protection.unit()));
    return messages.text("explaining.reason.protect", used, length);
  }
}
