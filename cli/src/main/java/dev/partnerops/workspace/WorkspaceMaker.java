package dev.partnerops.workspace;

import dev.partnerops.command.Configuration;
import dev.partnerops.command.Workspace;
import dev.partnerops.model.Message;
import dev.partnerops.model.ToolException;
import dev.partnerops.store.Store;
import dev.partnerops.store.StoreFolder;
import dev.partnerops.store.StoreUse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Lays out the folders of a workspace and makes its store; the configuration is written last, so
 * that a kill before it leaves no workspace.
 */
public final class WorkspaceMaker {

  /** The configuration of a workspace that pins nothing. */
  public static final String PLAIN =
      """
      # Flags win over PARTNEROPS_* variables, those over this file.
      zone: Asia/Shanghai      # of times without an offset
      # as_of: 2020-11-05      # pins the day before which events count; otherwise yesterday
      # lang: zh
      # second_person: true    # who makes a run may not approve it
      # pseudonymise: [buyer_id]   # hides buyers under a key of the workspace, before the first orders
      # inbox:                 # which files of nightly's inbox are of which data set, beside those whose names say it
      #   - {match: "trades-*.csv*", dataset: orders, map: tmall-orders}
      """;

  private WorkspaceMaker() {}

  /**
   * Makes it, or what is missing of it: a configuration that is there stays as it is. Refuses where
   * nothing is missing.
   */
  public static void make(Path folder, String configuration, StoreUse use) {
    Path file = folder.resolve(Workspace.CONFIGURATION_FILE);
    StoreFolder store = new Workspace(folder, Configuration.DEFAULT).store();
    if (Files.exists(file) && store.exists()) {
      throw new ToolException.Usage(Message.of("workspace.exists", folder));
    }
    try {
      for (String name :
          new String[] {"programmes/tests", "metrics", "datasets", "mappings", "reports"}) {
        Files.createDirectories(folder.resolve(name));
      }
      if (!store.exists()) {
        Store.create(store, use);
      }
      if (!Files.exists(file)) {
        Files.writeString(file, configuration);
      }
    } catch (IOException e) {
      throw new ToolException.Resources(Message.of("workspace.cannot-make", folder, e), e);
    }
  }
}
