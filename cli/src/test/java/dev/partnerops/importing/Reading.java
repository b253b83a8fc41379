package dev.partnerops.importing;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A file through decompression, decoding, splitting and parsing, without any data set. */
record Reading(Header header, List<CsvRecord> records, Optional<Charset> assumed) {

  static Reading of(Path file) {
    return of(file, Optional.empty());
  }

  static Reading of(Path file, Optional<Charset> charset) {
    try {
      String name = file.getFileName().toString();
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      Utf8Bytes text = new Utf8Bytes(InputBytes.open(new InputFile(name, file), digest), charset);
      RecordCutter cutter = new RecordCutter(name, text);
      Header header = Header.detect(name, cutter.findFirst().orElseThrow(), Set.of());
      cutter.useDelimiter(header.delimiter());
      List<CsvRecord> records = new ArrayList<>();
      Optional<Chunk> chunk = cutter.findNext();
      while (chunk.isPresent()) {
        records.addAll(chunk.get().records(header.delimiter()));
        chunk = cutter.findNext();
      }
      return new Reading(header, records, text.findAssumed());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  List<List<String>> cells() {
    return records.stream().map(record -> List.of(record.cells())).toList();
  }

  List<Long> lines() {
    return records.stream().map(CsvRecord::line).toList();
  }
}
