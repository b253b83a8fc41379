package dev.partnerops.wording;

import dev.partnerops.dataset.Choice;
import dev.partnerops.dataset.Column;
import dev.partnerops.dataset.DataSets;
import dev.partnerops.metrics.Unit;
import dev.partnerops.model.Value;
import java.util.Optional;

/** Fields of the entities and what stands in them, by their names for people. */
public final class Fields {

  private final Wording words;

  Fields(Wording words) {
    this.words = words;
  }

  /** {@code joined_on}: the joining day. */
  public String name(String field) {
    if (words.isExact()) {
      return field;
    }
    String generic =
        words.isChinese() ? column(field).map(Column::chinese).orElse(field) : spaced(field);
    return words.textOr("wording.field." + field, generic);
  }

  /** {@code self_built}: self-built. */
  public String value(String field, String value) {
    if (words.isExact()) {
      return value;
    }
    Optional<Choice> choice =
        column(field).stream()
            .flatMap(column -> column.choices().stream())
            .filter(each -> each.word().equals(value))
            .findFirst();
    if (choice.isEmpty()) {
      return value;
    }
    return words.textOr(
        "wording.value." + value,
        words.isChinese()
            ? choice.orElseThrow().chinese().stream().findFirst().orElse(value)
            : spaced(value));
  }

  String value(String field, Value value) {
    return value instanceof Value.Text(String text)
        ? value(field, text)
        : words.amounts().value(value, unit(field));
  }

  /** A channel, a category, a flag of goods. */
  String dimension(String dimension, String value) {
    if (words.isExact()) {
      return value;
    }
    return words.textOr("wording." + dimension + "." + value, value);
  }

  Unit unit(String field) {
    Optional<Column> column = column(field);
    if (column.isEmpty()) {
      return Unit.NUMBER;
    }
    return switch (column.orElseThrow().type()) {
      case MONEY -> Unit.MONEY;
      case RATE -> Unit.RATE;
      case INTEGER -> Unit.COUNT;
      case DAY, TIME -> Unit.DAY;
      case FLAG -> Unit.FLAG;
      case ID, TEXT, DECIMAL, ONE_OF -> Unit.NUMBER;
    };
  }

  private Optional<Column> column(String field) {
    // Each data set of an entity is called by its plural.
    return DataSets.find(words.programme().entity().word() + "s")
        .flatMap(dataSet -> dataSet.findColumn(field));
  }

  private static String spaced(String name) {
    return name.replace('_', ' ');
  }
}
