package dev.partnerops.checking;

import dev.partnerops.model.Message;
import dev.partnerops.model.Nearest;
import dev.partnerops.model.ToolException;
import dev.partnerops.programme.MetricNames;
import dev.partnerops.programme.PolicyTest;
import dev.partnerops.programme.Programme;
import dev.partnerops.programme.Programmes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The policy that a test is about, and those it reads, from the folder where it was found. */
final class TestPolicies {

  private final PolicyTest test;
  private final PolicyFolder folder;
  private final MetricNames names;
  private final Map<String, Optional<Programme>> others = new HashMap<>();
  private final List<Programme> editions;

  private TestPolicies(PolicyTest test, PolicyFolder folder, MetricNames names) {
    this.test = test;
    this.folder = folder;
    this.names = names;
    this.editions = chosen(read(test.programme()));
  }

  /**
   * Finds the policy in the folder above the test, next to it, or in the workspace.
   *
   * @param file of the test
   * @param workspace its policies
   * @throws ToolException.Policy where there is none, or it has faults of its own
   */
  static TestPolicies of(PolicyTest test, Path file, Path workspace, MetricNames names) {
    Path beside = file.toAbsolutePath().normalize().resolveSibling("").normalize();
    Set<String> known = new LinkedHashSet<>();
    for (Path place : List.of(beside.resolveSibling(""), beside, workspace)) {
      PolicyFolder folder = PolicyFolder.ofPolicies(place);
      if (!folder.files(test.programme()).isEmpty()) {
        return new TestPolicies(test, folder, names);
      }
      known.addAll(folder.ids());
    }
    throw fault(
        test,
        known.isEmpty()
            ? Message.of("checking.policy.none", test.programme())
            : Message.of(
                "checking.policy.unknown",
                test.programme(),
                Nearest.orAll(test.programme(), known)));
  }

  private static ToolException.Policy fault(PolicyTest test, Message what) {
    return new ToolException.Policy(Message.of("programme.fault", test.file(), test.line(), what));
  }

  private List<Programme> read(String id) {
    List<Programme> read = new ArrayList<>();
    for (Path file : folder.files(id)) {
      read.add(Programmes.readFile(file, file.getFileName().toString(), names));
    }
    read.sort(Comparator.comparingInt(Programme::edition));
    return read;
  }

  /** The edition that the test names, or all there are: that in force is chosen by the period. */
  private List<Programme> chosen(List<Programme> all) {
    Integer named = test.edition();
    if (named == null) {
      return all;
    }
    List<Programme> chosen = all.stream().filter(each -> each.edition() == named).toList();
    if (chosen.isEmpty()) {
      throw fault(
          test,
          Message.of(
              "checking.edition.unknown",
              test.programme(),
              named,
              String.join(
                  ", ", all.stream().map(each -> Integer.toString(each.edition())).toList())));
    }
    return chosen;
  }

  /** The editions that may judge a case, with the parameters it sets. */
  List<Programme> editions(PolicyTest.Case one) {
    if (one.params().isEmpty()) {
      return editions;
    }
    return editions.stream()
        .map(edition -> Programmes.withParams(edition, one.params(), test.file(), names))
        .toList();
  }

  /** The newest edition of a programme; empty where the folder has none. */
  Optional<Programme> find(String id) {
    if (id.equals(test.programme())) {
      return Optional.of(editions.getLast());
    }
    return others.computeIfAbsent(
        id,
        each -> {
          List<Programme> read = read(each);
          return read.isEmpty() ? Optional.empty() : Optional.of(read.getLast());
        });
  }
}
