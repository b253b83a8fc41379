package dev.partnerops;

import dev.partnerops.output.Messages;
import java.io.PrintWriter;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/**
 * Help of every command in the user's language: one file of texts a command, {@code common} beneath
 * it. Read only when help is asked for.
 */
final class HelpPages {

  private HelpPages() {}

  /** Prints the help of a command in the language its texts were bound to. */
  static void show(CommandLine commandLine, PrintWriter out) {
    commandLine.getSubcommands().values().forEach(HelpPages::shorten);
    commandLine.usage(out);
    out.flush();
  }

  /** In the list of another's commands, a command is told in one line. */
  private static void shorten(CommandLine child) {
    UsageMessageSpec usage = child.getCommandSpec().usageMessage();
    usage.header(usage.description()[0].split("%n", 2)[0]);
  }

  /** Gives a command and those beneath it their texts and the layout of the house. */
  static void bind(CommandLine commandLine, Locale locale, String path) {
    Texts common = new Texts(Messages.load(locale, "help/common"), null);
    commandLine.getCommandSpec().resourceBundle(texts(locale, path, common));
    layOut(commandLine);
    commandLine
        .getSubcommands()
        .forEach((name, child) -> bind(child, locale, path.isEmpty() ? name : path + "-" + name));
  }

  private static Texts texts(Locale locale, String path, Texts common) {
    String name = path.isEmpty() ? "partnerops" : path;
    return new Texts(Messages.load(locale, "help/" + name), common);
  }

  /** Own options first, then those that every command has, under a heading of their own. */
  private static void layOut(CommandLine commandLine) {
    commandLine.setUsageHelpWidth(100);
    commandLine.setUsageHelpAutoWidth(false);
    commandLine.getCommandSpec().usageMessage().abbreviateSynopsis(true);
    commandLine
        .getHelpSectionMap()
        .put(UsageMessageSpec.SECTION_KEY_OPTION_LIST, HelpPages::options);
  }

  private static String options(Help help) {
    List<OptionSpec> all = help.commandSpec().options();
    List<OptionSpec> own = all.stream().filter(option -> !isCommon(option)).toList();
    List<OptionSpec> common = all.stream().filter(HelpPages::isCommon).toList();
    String heading = help.commandSpec().resourceBundle().getString("common.heading");
    String ownList = own.isEmpty() ? "" : help.optionListExcludingGroups(own) + "%n".formatted();
    return ownList + "%s%n".formatted(heading) + help.optionListExcludingGroups(common);
  }

  private static boolean isCommon(OptionSpec option) {
    return option.scopeType() == CommandLine.ScopeType.INHERIT;
  }

  /** Properties as the bundle that picocli asks, with the common texts beneath. */
  private static final class Texts extends ResourceBundle {

    private final Properties own;

    Texts(Properties own, @Nullable ResourceBundle common) {
      this.own = own;
      if (common != null) {
        setParent(common);
      }
    }

    @Override
    protected @Nullable Object handleGetObject(String key) {
      return own.getProperty(key);
    }

    @Override
    public Enumeration<String> getKeys() {
      Set<String> keys = new TreeSet<>(own.stringPropertyNames());
      if (parent != null) {
        keys.addAll(Collections.list(parent.getKeys()));
      }
      return Collections.enumeration(keys);
    }
  }
}
