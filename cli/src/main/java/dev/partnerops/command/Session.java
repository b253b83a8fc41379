package dev.partnerops.command;

import dev.partnerops.dataset.DataSets;
import dev.partnerops.model.Message;
import dev.partnerops.model.ToolException;
import dev.partnerops.output.Format;
import dev.partnerops.output.Messages;
import dev.partnerops.output.ResultTable;
import dev.partnerops.output.SafeText;
import dev.partnerops.store.Store;
import dev.partnerops.store.StoreUse;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One command line at work: where it runs, in which language, on which workspace, and how it
 * answers. Flags win over {@code PARTNEROPS_*}, those over the workspace's file (SPEC section 6).
 * Everything is looked up when first asked for.
 */
public final class Session {

  private static final int DEFAULT_WAIT_SECONDS = 30;

  private final Surroundings surroundings;
  private final CommonOptions options;
  private final PrintWriter out;
  private final PrintWriter err;
  private @Nullable Messages messages;
  private @Nullable Workspace workspace;
  private @Nullable DataSets dataSets;
  private @Nullable Consumer<Message> log;

  public Session(
      Surroundings surroundings, CommonOptions options, PrintWriter out, PrintWriter err) {
    this.surroundings = surroundings;
    this.options = options;
    this.out = out;
    this.err = err;
  }

  public Surroundings surroundings() {
    return surroundings;
  }

  /** For answers and nothing else. */
  public PrintWriter out() {
    return out;
  }

  /** For progress; a sentence goes through {@link #notice}. */
  public PrintWriter err() {
    return err;
  }

  public Messages messages() {
    if (messages == null) {
      messages = new Messages(language());
    }
    return messages;
  }

  /** The language that a line asks for which could not be read to its end. */
  public void speak(String[] args) {
    for (int i = 0; i < args.length; i++) {
      String word =
          args[i].equals("--lang") && i + 1 < args.length
              ? args[i + 1]
              : args[i].startsWith("--lang=") ? args[i].substring("--lang=".length()) : "";
      if (Messages.speaks(word)) {
        options.lang = word;
      }
    }
  }

  private Locale language() {
    String word =
        options.lang != null
            ? options.lang
            : environment("PARTNEROPS_LANG")
                .or(() ->
                    Optional.ofNullable(
                        workspace == null ? null : workspace.configuration().lang()))
                .or(() -> environment("LC_ALL").filter(Session::namesALanguage))
                .or(() -> environment("LC_MESSAGES").filter(Session::namesALanguage))
                .or(() -> environment("LANG"))
                .orElse("en");
    return word.startsWith("zh") ? Locale.CHINESE : Locale.ENGLISH;
  }

  /** {@code C.UTF-8}, which the launcher sets for cron, names none. */
  private static boolean namesALanguage(String locale) {
    return !locale.equals("C") && !locale.startsWith("C.") && !locale.equals("POSIX");
  }

  private Optional<String> environment(String name) {
    return Optional.ofNullable(surroundings.environment().get(name))
        .filter(text -> !text.isEmpty());
  }

  /** From now on sentences go into a log of that command's own, which writes to stderr. */
  public void noticesTo(Consumer<Message> own) {
    log = own;
  }

  /** A sentence on stderr, in the user's language, with hostile characters made visible. */
  public void notice(Message message) {
    if (log != null) {
      log.accept(message);
      return;
    }
    err.println(SafeText.forTerminal(messages().text(message)));
    err.flush();
  }

  /** Sentences of an answer, on stdout before its table. */
  public void say(List<Message> lines) {
    for (Message line : lines) {
      messages().text(line).lines().map(SafeText::forTerminal).forEach(out::println);
    }
  }

  /** A file name of the user's, from the current folder. */
  public Path path(Path given) {
    return surroundings.folder().resolve(given).normalize();
  }

  /**
   * The folder of the workspace, whether there is one or not: {@code -w}, the environment, the
   * current folder.
   */
  public Path workspaceFolder() {
    if (options.workspace != null) {
      return path(options.workspace);
    }
    return environment("PARTNEROPS_WORKSPACE")
        .map(name -> path(Path.of(name)))
        .orElse(surroundings.folder());
  }

  /**
   * The workspace this command works on; one that was never made is a usage failure that says how
   * to make it.
   */
  public Workspace workspace() {
    if (workspace == null) {
      Path folder = workspaceFolder();
      Path file = folder.resolve(Workspace.CONFIGURATION_FILE);
      if (!Files.isRegularFile(file)) {
        throw new ToolException.Usage(Message.of("command.no-workspace", folder));
      }
      workspace = new Workspace(folder, ConfigurationFile.read(file));
      messages = null;
    }
    return workspace;
  }

  /** Works from now on a workspace that was just made. */
  public void enter(Path folder) {
    options.workspace = folder;
    workspace = null;
    dataSets = null;
  }

  /**
   * Where a file lies in a workspace and none was named, works on that: a policy is read with the
   * data sets and metrics beside it.
   */
  public void enterHomeOf(Path file) {
    Path folder = path(file).toAbsolutePath().normalize().getParent();
    while (options.workspace == null && Files.isRegularFile(path(file)) && folder != null) {
      if (Files.isRegularFile(folder.resolve(Workspace.CONFIGURATION_FILE))) {
        enter(folder);
      }
      folder = folder.getParent();
    }
  }

  /**
   * The data sets of the workspace, own ones among them; outside of a workspace the shipped ones.
   */
  public DataSets dataSets() {
    if (dataSets == null) {
      Path folder = workspaceFolder();
      dataSets =
          Files.isRegularFile(folder.resolve(Workspace.CONFIGURATION_FILE))
              ? DataSets.in(new Workspace(folder, Configuration.DEFAULT).datasets())
              : DataSets.shipped();
    }
    return dataSets;
  }

  public ZoneId zone() {
    if (options.zone != null) {
      return Configuration.zone(options.zone);
    }
    return environment("PARTNEROPS_ZONE")
        .map(Configuration::zone)
        .orElseGet(() -> workspace().configuration().zone());
  }

  /**
   * The as-of day: {@code --as-of}, the workspace's pinned day (said on stderr), else yesterday in
   * that zone.
   */
  public LocalDate asOf(ZoneId zone) {
    if (options.asOf != null) {
      return options.asOf;
    }
    Optional<LocalDate> pinned = workspace().configuration().findPinnedAsOf();
    if (pinned.isPresent()) {
      notice(Message.of("command.as-of-pinned", pinned.get(), Workspace.CONFIGURATION_FILE));
      return pinned.get();
    }
    return LocalDate.now(surroundings.clock().withZone(zone)).minusDays(1);
  }

  /** One day for all that the command does, though it takes until after midnight. */
  public void fixAsOf(LocalDate day) {
    options.asOf = day;
  }

  public Store openToRead(String command) {
    return Store.openToRead(workspace().store(), useOfWorkspace(command));
  }

  public Store openToWrite(String command) {
    return Store.openToWrite(workspace().store(), useOfWorkspace(command));
  }

  /** For a command that waits so long for another, unless {@code --wait} says otherwise. */
  public Store openToWrite(String command, Duration usual) {
    return Store.openToWrite(
        workspace().store(), use(command, usual).adding(OwnSchemas.of(dataSets())));
  }

  /** Of a store that holds the data sets of the workspace. */
  public StoreUse useOfWorkspace(String command) {
    return use(command).adding(OwnSchemas.of(dataSets()));
  }

  /** Of a store that is being made. */
  public StoreUse use(String command) {
    return use(command, Duration.ofSeconds(DEFAULT_WAIT_SECONDS));
  }

  private StoreUse use(String command, Duration usual) {
    Duration patience =
        options.waitSeconds == null ? usual : Duration.ofSeconds(options.waitSeconds);
    return new StoreUse(command, patience, surroundings.clock());
  }

  public boolean verbose() {
    return options.verbose;
  }

  /** Whether {@code --columns} or {@code --sort} name columns of the answer. */
  public boolean namesColumns() {
    return options.columns != null || options.sort != null;
  }

  /** The format of the answer: {@code -o}, else a table on a terminal and csv in a pipe or file. */
  public Format format() {
    if (options.format != null) {
      return options.format;
    }
    return surroundings.outIsTerminal() && options.out == null ? Format.TABLE : Format.CSV;
  }

  /** Prints an answer as {@code -o, --columns, --sort, --limit, --no-header, --raw, --out} ask. */
  public void print(ResultTable table) {
    new Answer(this, options).print(table);
  }

  /** Prints an answer that is no table, where {@code --out} asks. */
  public void print(String text) {
    new Answer(this, options).print(text);
  }
}
