package dev.partnerops.model;

import java.util.Locale;

/** A name for people in both languages; the one not given is the other. */
public record Title(String en, String zh) {

  public String in(Locale language) {
    return language.getLanguage().equals("zh") ? zh : en;
  }
}
