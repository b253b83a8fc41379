package dev.partnerops.nightly;

import dev.partnerops.command.InboxRule;
import dev.partnerops.dataset.DataSet;
import dev.partnerops.model.Message;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Which data set a file of the inbox is of: by rule, by its name, by its header, in this order. */
sealed interface FileMatch {

  /**
   * Of that one.
   *
   * @param rule how it is read; null: as its name or header says
   */
  record Of(DataSet dataSet, @Nullable InboxRule rule) implements FileMatch {}

  /** Of none, or nobody can tell which. */
  record None(Message reason) implements FileMatch {}

  /**
   * Finds it.
   *
   * @param rules of the configuration; the first that matches counts
   * @param byHeader the data sets whose required columns the file has; asked only where its name
   *     says nothing
   */
  static FileMatch find(
      String name,
      List<InboxRule> rules,
      List<DataSet> dataSets,
      Supplier<List<DataSet>> byHeader) {
    for (InboxRule rule : rules) {
      if (rule.matches(name)) {
        return dataSets.stream()
            .filter(dataSet -> dataSet.name().equals(rule.dataset()))
            .findFirst()
            .<FileMatch>map(dataSet -> new Of(dataSet, rule))
            .orElseGet(() -> new None(Message.of("nightly.unknown.rule", rule.dataset())));
      }
    }
    Optional<DataSet> named = byName(name, dataSets);
    if (named.isPresent()) {
      return new Of(named.get(), null);
    }
    List<DataSet> fitting = byHeader.get();
    return switch (fitting.size()) {
      case 0 -> new None(Message.of("nightly.unknown.none"));
      case 1 -> new Of(fitting.getFirst(), null);
      default ->
          new None(
              Message.of("nightly.unknown.several", fitting.stream().map(DataSet::name).toList()));
    };
  }

  /** The data set whose name the file's begins with, of several the longest. */
  private static Optional<DataSet> byName(String name, List<DataSet> dataSets) {
    String lower = name.toLowerCase(Locale.ROOT);
    return dataSets.stream()
        .filter(dataSet -> begins(lower, dataSet.name()))
        .max(Comparator.comparingInt(dataSet -> dataSet.name().length()));
  }

  /**
   * {@code orders-1.csv}, {@code orders.csv} and {@code orders1.csv}, but not {@code ordersheet}.
   */
  private static boolean begins(String lower, String dataSet) {
    return lower.startsWith(dataSet)
        && lower.length() > dataSet.length()
        && !Character.isLetter(lower.codePointAt(dataSet.length()));
  }
}
