package dev.partnerops.importing;

import java.nio.file.Path;

/**
 * A file to import.
 *
 * @param name as the user gave it, for messages and for {@code base.batch}; {@code stdin} for
 *     {@code -}
 * @param path where its bytes lie; for stdin the copy made of it
 */
record InputFile(String name, Path path) {}
