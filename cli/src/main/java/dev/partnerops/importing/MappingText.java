package dev.partnerops.importing;

import dev.partnerops.command.Session;
import dev.partnerops.model.Message;
import dev.partnerops.model.ToolException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A mapping file as it lies somewhere; a name without a folder is looked up in the workspace too
 * (RULES 25).
 */
record MappingText(String name, String text) {

  private static final int MAX_BYTES = 4 << 20;

  static MappingText find(Session session, String name) {
    Path here = session.path(Path.of(name));
    Path mappings = session.workspace().mappings();
    List<Path> places =
        name.contains("/")
            ? List.of(here)
            : List.of(here, mappings.resolve(name), mappings.resolve(name + ".yaml"));
    for (Path place : places) {
      if (Files.isRegularFile(place)) {
        return read(name, place);
      }
    }
    throw new ToolException.Usage(Message.of("importing.map.missing", name, mappings));
  }

  private static MappingText read(String name, Path file) {
    try {
      if (Files.size(file) > MAX_BYTES) {
        throw new ToolException.Input(Message.of("importing.file.unreadable", name, "size"));
      }
      return new MappingText(name, Files.readString(file, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new ToolException.Input(
          Message.of("importing.file.unreadable", name, e.getClass().getSimpleName()), e);
    }
  }
}
