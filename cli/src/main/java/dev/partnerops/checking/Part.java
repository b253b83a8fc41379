package dev.partnerops.checking;

import dev.partnerops.model.Fraction;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a policy as two editions are compared: where it stands, what people call it, what it
 * says.
 *
 * @param path with names instead of places ({@code ladder.tiers[gold].enter}), so that a part that
 *     only moved is the same part
 * @param home what it is a part of, for sentences in which the value says what it is
 * @param value for people; empty where only its children say something
 * @param exact equal exactly where two parts mean the same, children aside
 * @param number what it says, where that is one number or one day
 * @param rising what a higher number does; {@code added} what such a part does where there was none
 * @param isOrdered whether the order of its children means something
 * @param basis what the number is compared with, exactly: of unlike ones neither is stricter; empty
 *     where that is always the same
 */
record Part(
    String path,
    int line,
    String subject,
    String home,
    String value,
    String exact,
    @Nullable Fraction number,
    Effect rising,
    Effect added,
    List<Part> children,
    boolean isOrdered,
    String basis) {

  Part {
    children = List.copyOf(children);
  }

  Part inOrder() {
    return new Part(
        path, line, subject, home, value, exact, number, rising, added, children, true, basis);
  }

  Part partOf(String itsHome) {
    return new Part(
        path, line, subject, itsHome, value, exact, number, rising, added, children, isOrdered,
        basis);
  }

  /** The same with all its children compared with something of that kind. */
  Part on(String what) {
    return new Part(
        path,
        line,
        subject,
        home,
        value,
        exact,
        number,
        rising,
        added,
        children.stream().map(child -> child.on(what)).toList(),
        isOrdered,
        what);
  }
}
