package dev.partnerops.importing;

import dev.partnerops.dataset.Column;
import dev.partnerops.dataset.DataSet;
import dev.partnerops.model.Message;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which cell of a file is which column of a data set.
 *
 * @param places one for each column that the file or the mapping gives, in the order of the data
 *     set
 * @param ignored names in the header that nothing uses, as they stand there
 */
record Layout(DataSet dataSet, Header header, List<Place> places, List<String> ignored) {

  static final String REJECT_LINE = "reject_line";
  static final String REJECT_COLUMN = "reject_column";
  static final String REJECT_REASON = "reject_reason";

  /** A rejects file that was mended is imported as it is (RULES 30). */
  static final List<String> REJECT_COLUMNS = List.of(REJECT_LINE, REJECT_COLUMN, REJECT_REASON);

  Layout {
    places = List.copyOf(places);
    ignored = List.copyOf(ignored);
  }

  /**
   * Where a column's values come from.
   *
   * @param cell index in the record; -1 for a constant
   * @param name what the file calls it; for a constant our own name
   */
  record Place(
      Column column,
      int cell,
      String name,
      String constant,
      @Nullable Map<String, String> values,
      @Nullable String otherwise,
      @Nullable CellFormat format) {

    /** The content to read; null where the mapping has no row for the value. */
    @Nullable String content(String[] cells) {
      if (cell < 0) {
        return constant;
      }
      String content = CellText.content(cells[cell]);
      if (values == null || content.isEmpty()) {
        return content;
      }
      String ours = values.get(content);
      return ours == null ? otherwise : ours;
    }
  }

  /** Every name by which a header may call a column: ours, the Chinese, the mapping's. */
  static Set<String> knownNames(DataSet dataSet, Mapping mapping) {
    Set<String> known = new HashSet<>(mapping.columns().values());
    for (Column column : dataSet.columns()) {
      known.add(column.name());
      known.addAll(column.aliases());
    }
    return known;
  }

  static Layout of(String file, DataSet dataSet, Header header, Mapping mapping) {
    List<Place> places = new ArrayList<>();
    Set<Integer> used = new HashSet<>();
    List<String> missing = new ArrayList<>();
    for (Column column : dataSet.columns()) {
      String name = column.name();
      if (mapping.constants().containsKey(name)) {
        places.add(place(column, -1, name, mapping));
        continue;
      }
      OptionalInt cell = find(file, header, column, mapping);
      if (cell.isPresent()) {
        used.add(cell.getAsInt());
        places.add(place(column, cell.getAsInt(), header.names().get(cell.getAsInt()), mapping));
      } else if (column.required()) {
        missing.add(name + " (" + column.chinese() + ")");
      }
    }
    if (!missing.isEmpty()) {
      throw Header.fault(
          file,
          Message.of(
              "importing.header.missing",
              missing,
              Header.word(header.delimiter()),
              header.names().stream().map(Quoted::text).toList()));
    }
    List<String> ignored = new ArrayList<>();
    for (int i = 0; i < header.names().size(); i++) {
      if (!used.contains(i) && !REJECT_COLUMNS.contains(header.names().get(i))) {
        ignored.add(header.names().get(i));
      }
    }
    return new Layout(dataSet, header, places, ignored);
  }

  private static Place place(Column column, int cell, String name, Mapping mapping) {
    String ours = column.name();
    return new Place(
        column,
        cell,
        name,
        mapping.constants().getOrDefault(ours, ""),
        mapping.values().get(ours),
        mapping.otherwise().get(ours),
        mapping.formats().get(ours));
  }

  private static OptionalInt find(String file, Header header, Column column, Mapping mapping) {
    String mapped = mapping.columns().get(column.name());
    if (mapped != null) {
      OptionalInt place = header.findPlace(mapped);
      if (place.isEmpty()) {
        throw Header.fault(
            file,
            Message.of(
                "importing.header.mapped",
                column.name(),
                mapped,
                header.names().stream().map(Quoted::text).toList()));
      }
      return place;
    }
    OptionalInt found = header.findPlace(column.name());
    for (String alias : column.aliases()) {
      OptionalInt other = header.findPlace(alias);
      if (found.isPresent() && other.isPresent() && found.getAsInt() != other.getAsInt()) {
        throw Header.fault(
            file, Message.of("importing.header.two-names", column.name(), column.name(), alias));
      }
      found = found.isPresent() ? found : other;
    }
    return found;
  }
}
