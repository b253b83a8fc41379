package dev.partnerops.checking;

/**
 * Where a part stands: path with names, line of the file, what people call it.
 *
 * @param isSegment whether it is a segment, whose name tells its parts from those of others
 */
record Place(String path, int line, String subject, boolean isSegment) {

  Place(String path, int line, String subject) {
    this(path, line, subject, false);
  }

  /** What stands under a key of it. */
  Place at(String key, int itsLine, String itsSubject) {
    return new Place(path.isEmpty() ? key : path + "." + key, itsLine, itsSubject);
  }

  /** One of several, by name. */
  Place named(String name, int itsLine, String itsSubject) {
    return new Place(path + "[" + name + "]", itsLine, itsSubject);
  }
}
