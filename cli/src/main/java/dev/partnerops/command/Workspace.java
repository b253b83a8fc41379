package dev.partnerops.command;

import dev.partnerops.store.StoreFolder;
import java.nio.file.Path;

/** The folder an operations desk works in (SPEC section 6, "A workspace"). */
public record Workspace(Path folder, Configuration configuration) {

  public static final String CONFIGURATION_FILE = "partnerops.yaml";

  public StoreFolder store() {
    return new StoreFolder(folder.resolve("store"));
  }

  public Path programmes() {
    return folder.resolve("programmes");
  }

  public Path metrics() {
    return folder.resolve("metrics");
  }

  public Path datasets() {
    return folder.resolve("datasets");
  }

  public Path mappings() {
    return folder.resolve("mappings");
  }
}
