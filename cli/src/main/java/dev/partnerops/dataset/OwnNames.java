package dev.partnerops.dataset;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Which names a workspace may give to data sets, columns and entities. */
final class OwnNames {

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,39}");

  /**
   * What H2 keeps for itself, so that it would need quotes in every query; {@code day} and {@code
   * value} need none here.
   */
  private static final Set<String> SQL_WORDS =
      Set.of(
          ("all and any array as asymmetric authorization between both case cast check constraint"
                  + " cross current_catalog current_date current_path current_role current_schema"
                  + " current_time current_timestamp current_user default distinct else end except"
                  + " exists false fetch for foreign from full group groups having hour if ilike in"
                  + " inner intersect intersects interval is join key leading left like limit"
                  + " localtime localtimestamp minus minute month natural not null offset on or"
                  + " order over partition primary qualify range regexp right row rownum rows second"
                  + " select session_user set some symmetric system_user table to top trailing true"
                  + " uescape union unique unknown user using values when where window with year"
                  + " _rowid_")
              .split(" ", -1));

  private OwnNames() {}

  static boolean isName(String name) {
    return NAME.matcher(name).matches();
  }

  static boolean isSqlWord(String name) {
    return SQL_WORDS.contains(name.toLowerCase(Locale.ROOT));
  }
}
