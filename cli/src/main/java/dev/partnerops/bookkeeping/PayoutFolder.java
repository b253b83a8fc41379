package dev.partnerops.bookkeeping;

import dev.partnerops.model.Message;
import dev.partnerops.model.Sha256;
import dev.partnerops.model.ToolException;
import dev.partnerops.store.PrivateFiles;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.util.Locale;

/**
 * Where payout files go. Each is first written whole under a name that no reader takes for a payout
 * file, private to its owner (RULES 55), and is on the disk before it gets its name.
 */
final class PayoutFolder {

  private static final String PART = ".part";

  private final Path folder;

  PayoutFolder(Path folder) {
    this.folder = folder;
  }

  /** The name of a csv: {@code payout-000001.csv}. */
  static String csv(long payout) {
    return name(payout) + ".csv";
  }

  /** The name of the manifest beside it. */
  static String manifest(long payout) {
    return name(payout) + ".json";
  }

  private static String name(long payout) {
    return String.format(Locale.ROOT, "payout-%06d", payout);
  }

  /** Something that writes a file. */
  interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  /** Writes a file under its name for the time being, and waits until the disk has it. */
  void write(String name, Content content) {
    Path part = folder.resolve(name + PART);
    try {
      PrivateFiles.createFolder(folder);
      Files.deleteIfExists(part);
      PrivateFiles.create(part);
      try (FileChannel file = FileChannel.open(part, StandardOpenOption.WRITE)) {
        OutputStream out = new BufferedOutputStream(Channels.newOutputStream(file));
        content.writeTo(out);
        out.flush();
        file.force(true);
      }
    } catch (IOException e) {
      throw unwritable(name, e);
    }
  }

  /** Refuses where another file has the name: it may have been paid from. */
  void requireFree(String name, String digest) {
    Path file = folder.resolve(name);
    if (Files.exists(file) && !(Files.isRegularFile(file) && digest(file).equals(digest))) {
      throw new ToolException.Precondition(Message.of("bookkeeping.file-in-the-way", file));
    }
  }

  private static String digest(Path file) {
    try (InputStream in = new DigestInputStream(Files.newInputStream(file), Sha256.start())) {
      in.transferTo(OutputStream.nullOutputStream());
      return Sha256.hex(((DigestInputStream) in).getMessageDigest());
    } catch (IOException e) {
      throw new ToolException.Resources(Message.of("command.cannot-read", file, e), e);
    }
  }

  /** Gives a written file its name, for good. */
  void place(String name) {
    Path file = folder.resolve(name);
    try {
      Files.move(
          folder.resolve(name + PART),
          file,
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
      try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
        names.force(true);
      }
    } catch (IOException e) {
      throw unwritable(name, e);
    }
  }

  /** Takes away what was written of a file that is not to be. */
  void drop(String name) {
    try {
      Files.deleteIfExists(folder.resolve(name + PART));
    } catch (IOException e) {
      throw unwritable(name, e);
    }
  }

  private ToolException unwritable(String name, IOException e) {
    return new ToolException.Resources(
        Message.of("command.cannot-write", folder.resolve(name), e), e);
  }
}
