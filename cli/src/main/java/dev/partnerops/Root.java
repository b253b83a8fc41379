package dev.partnerops;

import dev.partnerops.command.CommonOptions;
import dev.partnerops.command.ExitCode;
import dev.partnerops.command.Version;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code partnerops} alone: says what there is. */
@Command(name = "partnerops", versionProvider = Version.class)
final class Root implements Callable<Integer> {

  static final String VERSION = "--version";

  @Mixin private final CommonOptions options;

  @Option(names = VERSION, versionHelp = true, descriptionKey = "version")
  private boolean version;

  @Spec private CommandSpec spec = CommandSpec.create();

  Root(CommonOptions options) {
    this.options = options;
  }

  CommonOptions options() {
    return options;
  }

  @Override
  public Integer call() {
    HelpPages.show(spec.commandLine(), spec.commandLine().getOut());
    return version ? ExitCode.UNEXPECTED : ExitCode.DONE;
  }
}
