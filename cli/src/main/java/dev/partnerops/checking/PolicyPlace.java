package dev.partnerops.checking;

import dev.partnerops.command.Session;
import dev.partnerops.metrics.Catalogue;
import dev.partnerops.metrics.CatalogueNames;
import dev.partnerops.programme.MetricNames;
import dev.partnerops.programme.Programmes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Where policies lie and what they may name: in a workspace, or outside one, where only the shipped
 * metrics and data sets are known.
 */
record PolicyPlace(Session session, Path folder, Catalogue catalogue, MetricNames names) {

  /** A policy file, as the user knows it. */
  record PolicyFile(Path path, String shown) {}

  static PolicyPlace of(Session session) {
    Path workspace = session.workspaceFolder();
    Catalogue catalogue = Catalogue.of(session.dataSets(), workspace.resolve("metrics"));
    return new PolicyPlace(
        session, workspace.resolve("programmes"), catalogue, new CatalogueNames(catalogue));
  }

  /**
   * The policy files asked for.
   *
   * @param asked ids of the workspace's programmes or files; none: all of the workspace
   * @throws dev.partnerops.model.ToolException.Usage where there is no such id, or no workspace
   */
  List<PolicyFile> policies(List<String> asked) {
    List<PolicyFile> files = new ArrayList<>();
    if (asked.isEmpty()) {
      Programmes.filesOf(session.workspace().programmes()).forEach(file -> files.add(own(file)));
    }
    for (String each : asked) {
      Path file = session.path(Path.of(each));
      if (Files.isRegularFile(file)) {
        files.add(new PolicyFile(file, each));
      } else {
        ofId(each).forEach(own -> files.add(own(own)));
      }
    }
    return files;
  }

  private List<Path> ofId(String id) {
    PolicyFolder policies = PolicyFolder.ofPolicies(folder);
    List<Path> files = policies.files(id);
    if (files.isEmpty()) {
      throw Programmes.unknown(id, policies.ids());
    }
    return files;
  }

  private static PolicyFile own(Path file) {
    return new PolicyFile(file, shown(file));
  }

  /** A file of the workspace. */
  static String shown(Path file) {
    return "programmes/" + file.getFileName();
  }
}
