package dev.partnerops.checking;

import java.util.Locale;

/** What a change does to those that are judged, where the policy alone tells. */
enum Effect {
  /** Not known from the policy alone. */
  NONE,
  /** Stricter: fewer meet it. */
  FEWER,
  /** Looser: more meet it. */
  MORE,
  /** The same of what is neither good nor bad to meet. */
  FEWER_MEET,
  MORE_MEET,
  /** Fewer are out of the programme. */
  FEWER_LEAVE,
  MORE_LEAVE,
  /** Only what people read. */
  WORDS;

  Effect opposite() {
    return switch (this) {
      case FEWER -> MORE;
      case MORE -> FEWER;
      case FEWER_MEET -> MORE_MEET;
      case MORE_MEET -> FEWER_MEET;
      case FEWER_LEAVE -> MORE_LEAVE;
      case MORE_LEAVE -> FEWER_LEAVE;
      case NONE, WORDS -> this;
    };
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
