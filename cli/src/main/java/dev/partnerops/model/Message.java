package dev.partnerops.model;

import java.util.List;

/**
 * A text for a user, not yet in a language: the key of a message bundle and what stands in its
 * places {@code {0}}, {@code {1}}. The part of the key before the first dot names the bundle. An
 * argument may itself be a message.
 */
public record Message(String key, List<Object> arguments) {

  public Message {
    arguments = List.copyOf(arguments);
  }

  public static Message of(String key, Object... arguments) {
    return new Message(key, List.of(arguments));
  }
}
