package dev.partnerops.command;

import dev.partnerops.model.Message;
import dev.partnerops.model.ToolException;
import dev.partnerops.programme.YamlNode;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.PatternSyntaxException;

/**
 * Reads {@code inbox:} of the configuration: a list of mappings, strict, with the line of what is
 * not understood.
 */
final class InboxRules {

  private static final String MATCH = "match";
  private static final String DATASET = "dataset";
  private static final String MAP = "map";
  private static final String CHARSET = "charset";
  private static final String DELIMITER = "delimiter";
  private static final String LAST_WINS = "last_wins";
  private static final Set<String> KEYS =
      Set.of(MATCH, DATASET, MAP, CHARSET, DELIMITER, LAST_WINS);

  private final Path file;

  private InboxRules(Path file) {
    this.file = file;
  }

  static List<InboxRule> read(Path file, YamlNode value) {
    InboxRules reader = new InboxRules(file);
    if (!(value instanceof YamlNode.Sequence sequence)) {
      throw reader.refuse(value.line(), Message.of("command.inbox.list"));
    }
    List<InboxRule> rules = new ArrayList<>();
    for (YamlNode item : sequence.items()) {
      if (!(item instanceof YamlNode.Mapping mapping)) {
        throw reader.refuse(item.line(), Message.of("command.inbox.list"));
      }
      rules.add(reader.rule(mapping));
    }
    return rules;
  }

  private InboxRule rule(YamlNode.Mapping mapping) {
    for (YamlNode.Entry entry : mapping.entries()) {
      if (!KEYS.contains(entry.key())) {
        throw refuse(entry.line(), Message.of("command.inbox.key", entry.key()));
      }
    }
    Optional<YamlNode.Scalar> delimiter = find(mapping, DELIMITER);
    delimiter
        .filter(each -> !each.text().equals("tab") && each.text().length() != 1)
        .ifPresent(each -> {
          throw refuse(each.line(), Message.of("command.inbox.delimiter", each.text()));
        });
    Optional<YamlNode.Scalar> charset = find(mapping, CHARSET);
    charset
        .filter(each -> !isCharset(each.text()))
        .ifPresent(each -> {
          throw refuse(each.line(), Message.of("command.inbox.charset", each.text()));
        });
    return new InboxRule(
        pattern(required(mapping, MATCH)),
        required(mapping, DATASET).text(),
        find(mapping, MAP).map(YamlNode.Scalar::text).orElse(null),
        charset.map(YamlNode.Scalar::text).orElse(null),
        delimiter.map(YamlNode.Scalar::text).orElse(null),
        find(mapping, LAST_WINS)
            .map(each ->
                each.findFlag()
                    .orElseThrow(
                        () -> refuse(each.line(), Message.of("command.inbox.flag", each.text()))))
            .orElse(false),
        mapping.line());
  }

  private String pattern(YamlNode.Scalar match) {
    try {
      FileSystems.getDefault().getPathMatcher("glob:" + match.text());
      return match.text();
    } catch (PatternSyntaxException noPattern) {
      throw refuse(match.line(), Message.of("command.inbox.match", match.text()));
    }
  }

  private YamlNode.Scalar required(YamlNode.Mapping mapping, String key) {
    return find(mapping, key)
        .orElseThrow(() -> refuse(mapping.line(), Message.of("command.inbox.missing", key)));
  }

  private Optional<YamlNode.Scalar> find(YamlNode.Mapping mapping, String key) {
    Optional<YamlNode> value = mapping.find(key);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    if (value.get() instanceof YamlNode.Scalar text && !text.isNull()) {
      return Optional.of(text);
    }
    throw refuse(value.get().line(), Message.of("command.inbox.missing", key));
  }

  private static boolean isCharset(String name) {
    try {
      return Charset.isSupported(name);
    } catch (IllegalCharsetNameException noName) {
      return false;
    }
  }

  private ToolException refuse(int line, Message what) {
    return new ToolException.Policy(Message.of("command.inbox", file, line, what));
  }
}
