package dev.partnerops.store;

/** How far a long piece of work on the store is; told often, so it must be cheap. */
public interface StoreProgress {

  /** So much of all is done, in any unit. */
  void at(long done, long all);
}
