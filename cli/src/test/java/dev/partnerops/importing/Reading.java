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
      TextDecoder decoder =
          new TextDecoder(InputBytes.open(new InputFile(name, file), digest), charset);
      RecordSplitter splitter = new RecordSplitter(name, decoder);
      Header header = Header.detect(name, splitter.findFirst().orElseThrow(), Set.of());
      splitter.useDelimiter(header.delimiter());
      List<CsvRecord> records = new ArrayList<>();
      Optional<TextChunk> chunk = splitter.findNext();
      while (chunk.isPresent()) {
        records.addAll(CsvRecords.parse(chunk.get(), header.delimiter()));
        chunk = splitter.findNext();
      }
      return new Reading(header, records, decoder.findAssumed());
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
