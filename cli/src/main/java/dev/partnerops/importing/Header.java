package dev.partnerops.importing;

import dev.partnerops.model.Message;
import dev.partnerops.model.ToolException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The first line of a file: which columns it has. Each has a name of its own.
 *
 * @param delimiter what stands between cells
 */
record Header(char delimiter, List<String> names) {

  private static final char[] DELIMITERS = {',', ';', '\t', '|'};

  Header {
    names = List.copyOf(names);
  }

  /** With the delimiter that finds most of the known names, and of those the most columns. */
  static Header detect(String file, String record, Set<String> known) {
    requireText(file, record);
    char best = DELIMITERS[0];
    long bestScore = -1;
    for (char delimiter : DELIMITERS) {
      List<String> names = names(record, delimiter);
      long found = names.stream().filter(known::contains).count();
      long score = found * 1_000_000 + names.size();
      if (score > bestScore) {
        best = delimiter;
        bestScore = score;
      }
    }
    return of(file, record, best);
  }

  static Header of(String file, String record, char delimiter) {
    requireText(file, record);
    List<String> names = names(record, delimiter);
    Map<String, Integer> places = new HashMap<>();
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      if (name.isEmpty()) {
        throw fault(file, Message.of("importing.header.empty", i + 1, names.size()));
      }
      Integer first = places.putIfAbsent(name, i + 1);
      if (first != null) {
        throw fault(file, Message.of("importing.header.twice", Quoted.text(name), first, i + 1));
      }
    }
    return new Header(delimiter, names);
  }

  private static void requireText(String file, String record) {
    if (record.indexOf('\0') >= 0) {
      throw fault(file, Message.of("importing.header.nul"));
    }
  }

  private static List<String> names(String record, char delimiter) {
    List<String> names = new ArrayList<>();
    for (String cell : CsvRecords.cells(record, delimiter)) {
      names.add(CellText.content(cell));
    }
    return names;
  }

  static ToolException.Input fault(String file, Message what) {
    return RecordBounds.fault(file, 1, what);
  }

  OptionalInt findPlace(String name) {
    int place = names.indexOf(name);
    return place < 0 ? OptionalInt.empty() : OptionalInt.of(place);
  }

  /** How a user would write the delimiter on a command line. */
  static String word(char delimiter) {
    return delimiter == '\t' ? "tab" : String.valueOf(delimiter);
  }
}
