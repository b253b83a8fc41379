package dev.partnerops.output;

import dev.partnerops.model.Message;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import org.jspecify.annotations.Nullable;

/** Why a file could not be used, in words for a user; never the name of a Java class. */
final class Reason {

  private Reason() {}

  static Message of(IOException failure) {
    return switch (failure) {
      case NoSuchFileException missing -> Message.of("reason.missing");
      case AccessDeniedException denied -> Message.of("reason.denied");
      case FileAlreadyExistsException exists -> Message.of("reason.exists");
      case NotDirectoryException file -> Message.of("reason.not-a-folder");
      case CharacterCodingException characters -> Message.of("reason.not-utf-8");
      case FileSystemException system -> other(system.getReason());
      default -> other(failure.getMessage());
    };
  }

  private static Message other(@Nullable String text) {
    return switch (text) {
      case null -> Message.of("reason.unknown");
      case "Not a directory" -> Message.of("reason.not-a-folder");
      case "Is a directory" -> Message.of("reason.a-folder");
      case "No space left on device" -> Message.of("reason.full");
      case "File too large" -> Message.of("reason.too-large");
      case "Read-only file system" -> Message.of("reason.read-only");
      default -> Message.of("reason.other", text);
    };
  }
}
