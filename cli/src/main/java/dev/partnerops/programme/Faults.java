package dev.partnerops.programme;

import dev.partnerops.model.Message;
import dev.partnerops.model.ToolException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Collects what is wrong in one policy file, so that its author learns of everything at once. */
final class Faults {

  private static final int MAX_SHOWN = 100;

  private final String file;
  private final Set<Fault> faults = new LinkedHashSet<>();
  private final Map<String, Faults> others = new TreeMap<>();

  Faults(String file) {
    this.file = file;
  }

  private record Fault(int line, Message what) {}

  /** A fault that is already known, as when a parameter is read in two places, counts once. */
  void add(int line, Message what) {
    faults.add(new Fault(line, what));
  }

  /** The faults of another file that this one reads, told behind its own. */
  Faults of(String other) {
    return others.computeIfAbsent(other, Faults::new);
  }

  /** What messages call the file. */
  String file() {
    return file;
  }

  boolean isEmpty() {
    return faults.isEmpty() && others.values().stream().allMatch(Faults::isEmpty);
  }

  void throwIfAny() {
    if (!isEmpty()) {
      throw asException();
    }
  }

  /** One exception whose message has a line for each fault, in the order of the file. */
  ToolException asException() {
    List<Message> lines = lines();
    others.values().forEach(other -> lines.addAll(other.lines()));
    return new ToolException.Policy(lines);
  }

  /** A line for each fault of this file alone. */
  List<Message> lines() {
    List<Message> lines = new ArrayList<>();
    faults.stream()
        .sorted(Comparator.comparingInt(Fault::line))
        .limit(MAX_SHOWN)
        .map(fault -> Message.of("programme.fault", file, fault.line(), fault.what()))
        .forEach(lines::add);
    if (faults.size() > MAX_SHOWN) {
      lines.add(Message.of("programme.fault.more", file, faults.size() - MAX_SHOWN));
    }
    return lines;
  }
}
