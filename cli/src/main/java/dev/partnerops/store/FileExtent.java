package dev.partnerops.store;

import dev.partnerops.model.Message;
import dev.partnerops.model.ToolException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.h2.api.ErrorCode;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

/**
 * How far the file must reach by the database's own directory of it. H2 opens a file that lost its
 * end where what it reads first stands before the cut, and tells only those who ask for the rest
 * (RELIABILITY, rule 4).
 */
final class FileExtent {

  private static final String CHUNK = "chunk.";
  private static final int BLOCK_BYTES = 4096;

  private FileExtent() {}

  /**
   * Refuses a file that ends before something the database counts on. Opens it to read, before
   * anything opens it to write: H2 then takes what is left for the whole, and writes that down.
   */
  static void requireWhole(Path database) {
    try (MVStore store = new MVStore.Builder().fileName(database.toString()).readOnly().open()) {
      long end = end(store);
      long size = Files.size(database);
      if (size < end) {
        throw new ToolException.StoreDamaged(Message.of("store.cut-off", database, size, end));
      }
    } catch (MVStoreException e) {
      throw StoreFailures.translate(e);
    } catch (IOException e) {
      throw new ToolException.StoreDamaged(Message.of("store.vanished"), e);
    } catch (ToolException e) {
      throw e;
    } catch (RuntimeException | AssertionError e) {
      // Over noise H2 stumbles in ways of its own, as over an empty file that it would fill.
      throw new ToolException.StoreDamaged(
          Message.of("store.uncertain", ErrorCode.FILE_CORRUPTED_1), e);
    }
  }

  private static long end(MVStore store) {
    long end = 0;
    for (Map.Entry<String, String> entry : store.getLayoutMap().entrySet()) {
      if (entry.getKey().startsWith(CHUNK)) {
        Map<String, String> chunk = DataUtils.parseMap(entry.getValue());
        if (isInUse(chunk)) {
          end = Math.max(end, hexadecimal(chunk, "block") + hexadecimal(chunk, "len"));
        }
      }
    }
    return end * BLOCK_BYTES;
  }

  /** A chunk says how many of its pages are in use where they are not all. */
  private static boolean isInUse(Map<String, String> chunk) {
    return !"0".equals(chunk.get("livePages"));
  }

  /** What the directory leaves out counts for nothing. */
  private static long hexadecimal(Map<String, String> chunk, String name) {
    String digits = chunk.get(name);
    return digits == null ? 0 : Long.parseLong(digits, 16);
  }
}
