package dev.partnerops.model;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The id of an entity within its kind; {@code role} is empty but for providers, who are judged once
 * a role (RULES 9). Ordered by the UTF-8 bytes of id, then role (RULES 16).
 */
public record EntityId(String id, String role) implements Comparable<EntityId> {

  public EntityId(String id) {
    this(id, "");
  }

  @Override
  public int compareTo(EntityId other) {
    int byId = compareBytes(id, other.id);
    return byId != 0 ? byId : compareBytes(role, other.role);
  }

  /** Order by UTF-8 bytes, which is that of code points and not of Java's chars. */
  public static int compareBytes(String left, String right) {
    int shorter = Math.min(left.length(), right.length());
    for (int i = 0; i < shorter; i++) {
      char a = left.charAt(i);
      char b = right.charAt(i);
      if (a != b) {
        if (Character.isSurrogate(a) || Character.isSurrogate(b)) {
          return Arrays.compareUnsigned(
              left.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
        }
        return a < b ? -1 : 1;
      }
    }
    return Integer.compare(left.length(), right.length());
  }
}
