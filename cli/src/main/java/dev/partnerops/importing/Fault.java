package dev.partnerops.importing;

import dev.partnerops.model.Message;

/**
 * What is wrong with a row: the file's column, empty where it is the row as a whole, and the
 * reason.
 */
record Fault(String column, Message reason) {

  static Fault ofRow(String key, Object... arguments) {
    return new Fault("", Message.of(key, arguments));
  }
}
