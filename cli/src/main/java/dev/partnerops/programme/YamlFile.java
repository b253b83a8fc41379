package dev.partnerops.programme;

import dev.partnerops.model.Message;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * YAML text to {@link YamlNode}: policy files, metric files, mapping files and the configuration.
 * The one class that touches the YAML parser, and only its events: no tag is obeyed and nothing is
 * built but texts, lists and mappings.
 *
 * <p>Hostile input ends in one line of message: a file above 1 MiB, nesting above 64, aliases that
 * unfold to more than 100,000 parts. The parser's own composer overflows the stack on deep nesting;
 * events do not nest.
 */
public final class YamlFile {

  static final int MAX_CHARACTERS = 1 << 20;
  static final int MAX_DEPTH = 64;
  static final int MAX_PARTS = 100_000;

  private final Faults faults;
  private final Iterator<Event> events;
  private final Map<String, Anchored> anchors = new HashMap<>();
  private int parts;

  private YamlFile(Faults faults, Iterator<Event> events) {
    this.faults = faults;
    this.events = events;
  }

  /**
   * What an anchor names and how many parts it has once unfolded; no node while it is still open.
   */
  private record Anchored(@Nullable YamlNode node, int parts) {}

  /**
   * The file's one document; a null scalar for an empty file. Everything wrong, duplicate keys
   * among it, is one {@link dev.partnerops.model.ToolException.Policy}, a line {@code file:line:
   * what; what to do} each.
   *
   * @param file as the user named it, for messages
   */
  public static YamlNode read(String file, String text) {
    Faults faults = new Faults(file);
    YamlNode root = read(text, faults);
    faults.throwIfAny();
    return root;
  }

  /**
   * As above, but keys that stand twice go to {@code faults} and reading goes on with the first.
   */
  static YamlNode read(String text, Faults faults) {
    if (text.length() > MAX_CHARACTERS) {
      faults.add(1, Message.of("programme.yaml.large", MAX_CHARACTERS));
      throw faults.asException();
    }
    LoadSettings settings = LoadSettings.builder().setCodePointLimit(MAX_CHARACTERS).build();
    try {
      Iterator<Event> events = new Parse(settings).parseString(text).iterator();
      return new YamlFile(faults, events).document();
    } catch (MarkedYamlEngineException notYaml) {
      int line = notYaml.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
      faults.add(line, Message.of("programme.yaml.syntax", String.valueOf(notYaml.getProblem())));
      throw faults.asException();
    } catch (YamlEngineException unreadable) {
      faults.add(1, Message.of("programme.yaml.characters"));
      throw faults.asException();
    }
  }

  private YamlNode document() {
    YamlNode root = new YamlNode.Scalar("", true, 1);
    boolean found = false;
    while (events.hasNext()) {
      Event event = events.next();
      if (event instanceof NodeEvent start) {
        if (found) {
          throw refuse(event, Message.of("programme.yaml.documents"));
        }
        root = node(start, 1);
        found = true;
      }
    }
    return root;
  }

  private YamlNode node(NodeEvent event, int depth) {
    if (depth > MAX_DEPTH) {
      throw refuse(event, Message.of("programme.yaml.deep", MAX_DEPTH));
    }
    if (event instanceof AliasEvent alias) {
      return unfold(alias);
    }
    count(event, 1);
    int before = parts;
    event.getAnchor().ifPresent(anchor -> anchors.put(anchor.getValue(), new Anchored(null, 0)));
    YamlNode node =
        event instanceof ScalarEvent scalar
            ? scalar(scalar)
            : collection((CollectionStartEvent) event, depth);
    Optional<Anchor> anchor = event.getAnchor();
    anchor.ifPresent(a -> anchors.put(a.getValue(), new Anchored(node, parts - before + 1)));
    return node;
  }

  private YamlNode unfold(AliasEvent alias) {
    String name = alias.getAlias().getValue();
    Anchored anchored = anchors.get(name);
    if (anchored == null) {
      throw refuse(alias, Message.of("programme.yaml.alias.unknown", name));
    }
    if (anchored.node() == null) {
      throw refuse(alias, Message.of("programme.yaml.alias.circle", name));
    }
    count(alias, anchored.parts());
    return anchored.node();
  }

  private YamlNode.Scalar scalar(ScalarEvent event) {
    event.getTag().ifPresent(tag -> refuseTag(event, tag));
    return new YamlNode.Scalar(event.getValue(), event.isPlain(), line(event));
  }

  private YamlNode collection(CollectionStartEvent start, int depth) {
    start.getTag().ifPresent(tag -> refuseTag(start, tag));
    return start.getEventId() == Event.ID.SequenceStart
        ? sequence(start, depth)
        : mapping(start, depth);
  }

  private YamlNode sequence(Event start, int depth) {
    List<YamlNode> items = new ArrayList<>();
    Event event = next();
    while (event instanceof NodeEvent item) {
      items.add(node(item, depth + 1));
      event = next();
    }
    return new YamlNode.Sequence(items, line(start));
  }

  private YamlNode mapping(Event start, int depth) {
    Map<String, YamlNode.Entry> entries = new HashMap<>();
    List<YamlNode.Entry> inOrder = new ArrayList<>();
    Event event = next();
    while (event instanceof NodeEvent key) {
      if (!(key instanceof ScalarEvent text)) {
        throw refuse(key, Message.of("programme.yaml.key"));
      }
      String name = ((YamlNode.Scalar) node(text, depth + 1)).text();
      YamlNode.Entry entry =
          new YamlNode.Entry(name, line(key), node((NodeEvent) next(), depth + 1));
      YamlNode.Entry first = entries.putIfAbsent(name, entry);
      if (first == null) {
        inOrder.add(entry);
      } else {
        faults.add(entry.line(), Message.of("programme.yaml.twice", name, first.line()));
      }
      event = next();
    }
    return new YamlNode.Mapping(inOrder, line(start));
  }

  private Event next() {
    if (!events.hasNext()) {
      throw new NoSuchElementException("the parser ended inside a collection");
    }
    return events.next();
  }

  private void count(Event event, int more) {
    parts += more;
    if (parts > MAX_PARTS) {
      throw refuse(event, Message.of("programme.yaml.unfolded", MAX_PARTS));
    }
  }

  private void refuseTag(Event event, String tag) {
    throw refuse(event, Message.of("programme.yaml.tag", tag));
  }

  private RuntimeException refuse(Event event, Message what) {
    faults.add(line(event), what);
    return faults.asException();
  }

  private static int line(Event event) {
    return event.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
  }
}
