package dev.partnerops.programme;

import dev.partnerops.model.EntityKind;
import dev.partnerops.model.Message;
import dev.partnerops.model.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Test file to {@link PolicyTest} (SPEC section 4, "Tests"), as strictly as policies are read: all
 * faults of a file at once, each with its line. Whether its names are those of the policy is seen
 * when it is run.
 */
public final class PolicyTestReader {

  private static final int MOST_COPIES = 99_999;
  private static final int DIGITS = 5;

  private final Reading reading;
  private final FactsReader factsReader;
  private final ExpectReader expectReader;
  private final RowsReader rowsReader;
  private final Section section;
  private final PolicyTest.Facts given;
  private final List<PolicyTest.Rows> givenRows;

  private PolicyTestReader(Reading reading, YamlNode.Mapping root) {
    this.reading = reading;
    this.factsReader = new FactsReader(reading);
    this.expectReader = new ExpectReader(reading);
    this.rowsReader = new RowsReader(reading);
    this.section = new Section(reading, root, TestShape.TEST.words(), "");
    Optional<YamlNode> node = section.find("given");
    if (node.isEmpty()) {
      this.given = PolicyTest.Facts.NONE;
      this.givenRows = List.of();
    } else {
      Section shared = new Section(reading, node.get(), TestShape.GIVEN.words(), "given");
      this.given = factsReader.read(shared);
      this.givenRows = rowsReader.read(shared);
    }
  }

  /**
   * Reads a test.
   *
   * @param file as the user named it, for messages
   * @throws dev.partnerops.model.ToolException.Policy with every fault, a line {@code file:line:
   *     what; what to do} each
   */
  public static PolicyTest read(String file, String text, MetricNames names) {
    Faults faults = new Faults(file);
    if (!(YamlFile.read(text, faults) instanceof YamlNode.Mapping root)) {
      faults.add(1, Message.of("programme.test.mapping"));
      throw faults.asException();
    }
    // A test names no fields of its own: those of its policy are asked when it is run.
    Reading reading = new Reading(faults, EntityKind.ALL, names);
    PolicyTest test = new PolicyTestReader(reading, root).test(file);
    faults.throwIfAny();
    return test;
  }

  private PolicyTest test(String file) {
    List<PolicyTest.Case> cases = new ArrayList<>();
    Set<String> names = new LinkedHashSet<>();
    int index = 0;
    Optional<YamlNode> node = section.find("cases");
    for (YamlNode item :
        node.isEmpty() ? List.<YamlNode>of() : reading.items(node.get(), "cases")) {
      String path = "cases[" + index++ + "]";
      PolicyTest.Case read =
          readCase(new Section(reading, item, TestShape.CASE.words(), path), path);
      if (!read.name().isEmpty() && !names.add(read.name())) {
        reading.fault(read.line(), "test.case.twice", read.name());
      }
      cases.add(read);
    }
    return new PolicyTest(
        file,
        section.name("test").orElse(""),
        section.line("test"),
        section.whole("edition", 1).orElse(null),
        cases);
  }

  private PolicyTest.Case readCase(Section one, String path) {
    List<PolicyTest.Rows> rows = new ArrayList<>(givenRows);
    rows.addAll(rowsReader.read(one));
    // Rows say what is so: what all cases share stands aside, what the case itself says does not.
    PolicyTest.Facts shared = rows.isEmpty() ? given : given.beside();
    PolicyTest.Facts facts = shared.with(factsReader.read(one));
    Map<String, PolicyTest.Facts> entities = entities(one, facts);
    List<PolicyTest.Step> steps = new ArrayList<>();
    if (one.has("steps") == one.has("expect")) {
      reading.fault(one.clause().line(), "test.expect.where", path);
    }
    Optional<YamlNode> several = one.find("steps");
    if (several.isEmpty()) {
      steps.add(step(0, one, one, facts, entities, !rows.isEmpty()));
    } else {
      for (YamlNode item : reading.items(several.get(), path + ".steps")) {
        int number = steps.size() + 1;
        String at = path + ".steps[" + (number - 1) + "]";
        Section step = new Section(reading, item, TestShape.STEP.words(), at);
        PolicyTest.Facts more = factsReader.read(step);
        Map<String, PolicyTest.Facts> together = new LinkedHashMap<>();
        // What a step says of all is said before what is said of one.
        Map<String, PolicyTest.Facts> own = ownFacts(one);
        Map<String, PolicyTest.Facts> stepOwn = ownFacts(step);
        PolicyTest.Facts all = facts.with(more);
        own.forEach((id, each) -> together.put(id, all.with(each)));
        stepOwn.forEach((id, each) -> together.put(id, together.getOrDefault(id, all).with(each)));
        steps.add(step(number, one, step, all, together, !rows.isEmpty()));
      }
    }
    return new PolicyTest.Case(
        one.text("case").orElse(""), one.clause().line(), rows, params(one), steps);
  }

  private Map<String, PolicyTest.Facts> entities(Section one, PolicyTest.Facts facts) {
    Map<String, PolicyTest.Facts> entities = new LinkedHashMap<>();
    ownFacts(one).forEach((id, each) -> entities.put(id, facts.with(each)));
    return entities;
  }

  private PolicyTest.Step step(
      int number,
      Section one,
      Section step,
      PolicyTest.Facts facts,
      Map<String, PolicyTest.Facts> entities,
      boolean hasRows) {
    boolean named = hasRows || !entities.isEmpty();
    Set<String> ids = hasRows ? Set.of() : entities.keySet();
    return new PolicyTest.Step(
        number,
        step.clause().line(),
        period(number, one, step),
        step.has("as_of") ? day(step) : one.has("as_of") ? day(one) : sharedDay(),
        facts,
        entities,
        named,
        expectReader.read(step, named, ids));
  }

  private @Nullable LocalDate day(Section at) {
    return at.day("as_of").orElse(null);
  }

  private @Nullable LocalDate sharedDay() {
    return section.day("as_of").orElse(null);
  }

  /** A later step without a period of its own is the next one. */
  private @Nullable Period period(int number, Section one, Section step) {
    if (step.has("period")) {
      return read(step);
    }
    if (number > 1) {
      return null;
    }
    Section at = one.has("period") ? one : section;
    if (!at.has("period")) {
      reading.fault(step.clause().line(), "test.period.none", step.clause().path());
    }
    return read(at);
  }

  private @Nullable Period read(Section at) {
    Optional<String> text = at.text("period");
    if (text.isEmpty()) {
      return null;
    }
    Optional<Period> period = Period.parse(text.get());
    if (period.isEmpty()) {
      reading.fault(at.line("period"), "test.period", at.path("period"), text.get());
    }
    return period.orElse(null);
  }

  /** What is said of each entity itself, copies made. */
  private Map<String, PolicyTest.Facts> ownFacts(Section one) {
    Map<String, PolicyTest.Facts> own = new LinkedHashMap<>();
    Optional<YamlNode> node = one.find("entities");
    if (node.isEmpty()) {
      return own;
    }
    String path = one.path("entities");
    if (!(node.get() instanceof YamlNode.Mapping mapping)) {
      reading.wrong(node.get(), path, "mapping");
      return own;
    }
    for (YamlNode.Entry entry : mapping.entries()) {
      if (entry.value() instanceof YamlNode.Scalar scalar && scalar.isNull()) {
        own.put(entry.key(), PolicyTest.Facts.NONE);
        continue;
      }
      Section entity =
          new Section(reading, entry.value(), TestShape.ENTITY.words(), path + "." + entry.key());
      PolicyTest.Facts facts = factsReader.read(entity);
      Optional<Integer> copies = entity.whole("copies", 1);
      if (copies.isEmpty()) {
        own.put(entry.key(), facts);
      } else if (copies.get() > MOST_COPIES) {
        reading.fault(entity.line("copies"), "test.copies", copies.get(), MOST_COPIES);
      } else {
        for (int i = 1; i <= copies.get(); i++) {
          own.put(entry.key() + "-" + copyNumber(i), facts);
        }
      }
    }
    return own;
  }

  private static String copyNumber(int number) {
    String digits = Integer.toString(number);
    return "0".repeat(DIGITS - digits.length()) + digits;
  }

  private Map<String, YamlNode> params(Section one) {
    Map<String, YamlNode> params = new LinkedHashMap<>();
    Optional<YamlNode> node = one.find("params");
    Collection<YamlNode.Entry> entries =
        node.isEmpty() ? List.of() : reading.entries(node.get(), one.path("params"));
    entries.forEach(entry -> params.put(entry.key(), entry.value()));
    return params;
  }
}
