package dev.partnerops.simulating;

import dev.partnerops.model.Message;
import dev.partnerops.model.ToolException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code --vary PATH=60..80/5} or {@code PATH=60,75,none}: the values that one plain value of a
 * policy takes in turn. Steps begin with the first number and end with the last that is not above
 * the second.
 *
 * @param values as a policy would write them
 */
record Vary(String path, List<String> values) {

  private static final String NUMBER = "(-?\\d{1,15}(?:\\.\\d{1,6})?)(%?)";
  private static final Pattern STEPS = Pattern.compile(NUMBER + "\\.\\." + NUMBER + "/" + NUMBER);

  /** More would not be read. */
  private static final int MOST = 1_000;

  Vary {
    values = List.copyOf(values);
  }

  /**
   * Reads one option.
   *
   * @throws ToolException.Usage where it is none
   */
  static Vary read(String asked) {
    int sign = asked.indexOf('=');
    String values = asked.substring(sign + 1).strip();
    if (sign <= 0 || values.isEmpty()) {
      throw new ToolException.Usage(Message.of("simulating.vary-unreadable", asked));
    }
    String path = asked.substring(0, sign).strip();
    Matcher steps = STEPS.matcher(values);
    if (steps.matches()) {
      return new Vary(path, steps(asked, steps));
    }
    List<String> listed = Arrays.stream(values.split(",", -1)).map(String::strip).toList();
    if (values.contains("..") || listed.contains("")) {
      throw new ToolException.Usage(Message.of("simulating.vary-unreadable", asked));
    }
    return new Vary(path, listed);
  }

  private static List<String> steps(String asked, Matcher steps) {
    String percent = steps.group(2);
    BigDecimal last = new BigDecimal(steps.group(3));
    BigDecimal step = new BigDecimal(steps.group(5));
    BigDecimal value = new BigDecimal(steps.group(1));
    boolean alike = percent.equals(steps.group(4)) && percent.equals(steps.group(6));
    if (!alike || step.signum() <= 0 || value.compareTo(last) > 0) {
      throw new ToolException.Usage(Message.of("simulating.vary-unreadable", asked));
    }
    List<String> values = new ArrayList<>();
    while (value.compareTo(last) <= 0) {
      values.add(value.toPlainString() + percent);
      value = value.add(step);
      requireFew(values.size());
    }
    return values;
  }

  /** Every combination of the values of all, the last one's turning fastest. */
  static List<Map<String, String>> grid(List<Vary> all) {
    List<Map<String, String>> grid = List.of(Map.of());
    for (Vary vary : all) {
      List<Map<String, String>> wider = new ArrayList<>();
      for (Map<String, String> chosen : grid) {
        for (String value : vary.values()) {
          Map<String, String> more = new LinkedHashMap<>(chosen);
          if (more.put(vary.path(), value) != null) {
            throw new ToolException.Usage(Message.of("simulating.vary-twice", vary.path()));
          }
          wider.add(more);
          requireFew(wider.size());
        }
      }
      grid = wider;
    }
    return grid;
  }

  private static void requireFew(int values) {
    if (values > MOST) {
      throw new ToolException.Usage(Message.of("simulating.vary-many", MOST));
    }
  }
}
