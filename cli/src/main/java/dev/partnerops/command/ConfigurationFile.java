package dev.partnerops.command;

import dev.partnerops.model.Message;
import dev.partnerops.model.ToolException;
import dev.partnerops.output.Messages;
import dev.partnerops.programme.YamlFile;
import dev.partnerops.programme.YamlNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads {@code partnerops.yaml}: strict, with the line of what it does not understand. */
final class ConfigurationFile {

  private final Path file;
  private static final String BUYER = "buyer_id";

  private ZoneId zone = Configuration.DEFAULT.zone();
  private @Nullable LocalDate asOf;
  private @Nullable String lang;
  private boolean secondPerson;
  private boolean pseudonymisesBuyers;
  private List<InboxRule> inbox = List.of();

  private ConfigurationFile(Path file) {
    this.file = file;
  }

  static Configuration read(Path file) {
    try {
      YamlNode root = YamlFile.read(file.toString(), Files.readString(file));
      ConfigurationFile reader = new ConfigurationFile(file);
      if (root instanceof YamlNode.Mapping mapping) {
        mapping.entries().forEach(reader::take);
      } else if (!(root instanceof YamlNode.Scalar scalar && scalar.isNull())) {
        throw reader.refuse(root.line(), "");
      }
      return new Configuration(
          reader.zone,
          reader.asOf,
          reader.lang,
          reader.secondPerson,
          reader.pseudonymisesBuyers,
          reader.inbox);
    } catch (IOException e) {
      throw new ToolException.Resources(Message.of("command.cannot-read", file, e), e);
    }
  }

  private void take(YamlNode.Entry entry) {
    if (entry.key().equals("pseudonymise")) {
      pseudonymisesBuyers = isBuyers(entry.value());
      return;
    }
    if (entry.key().equals("inbox")) {
      inbox = InboxRules.read(file, entry.value());
      return;
    }
    if (!(entry.value() instanceof YamlNode.Scalar value)) {
      throw refuse(entry.line(), entry.key());
    }
    try {
      switch (entry.key()) {
        case "zone" -> zone = ZoneId.of(value.text());
        case "as_of" -> asOf = value.findDay().orElseThrow(() -> refuse(entry.line(), "as_of"));
        case "lang" -> {
          if (!Messages.speaks(value.text())) {
            throw refuse(entry.line(), "lang");
          }
          lang = value.text();
        }
        case "second_person" ->
            secondPerson =
                value.findFlag().orElseThrow(() -> refuse(entry.line(), "second_person"));
        default -> throw refuse(entry.line(), entry.key());
      }
    } catch (DateTimeException e) {
      throw refuse(entry.line(), entry.key());
    }
  }

  /** {@code [buyer_id]}, or nothing in the list; other columns are needed as they are. */
  private boolean isBuyers(YamlNode value) {
    if (!(value instanceof YamlNode.Sequence columns)
        || !columns.items().stream()
            .allMatch(each -> each instanceof YamlNode.Scalar name && name.text().equals(BUYER))) {
      throw refuse(value.line(), "pseudonymise");
    }
    return !columns.items().isEmpty();
  }

  private ToolException refuse(int line, String key) {
    return new ToolException.Policy(Message.of("command.configuration", file, line, key));
  }
}
