package dev.partnerops.importing;

/** How far a file is; told often, so it must be cheap. */
public interface Progress {

  /** Says nothing. */
  Progress SILENT = (file, done, all) -> {};

  /**
   * Told after each piece of work.
   *
   * @param done bytes of the file taken so far, compressed as they lie there
   * @param all bytes of the file
   */
  void at(String file, long done, long all);
}
