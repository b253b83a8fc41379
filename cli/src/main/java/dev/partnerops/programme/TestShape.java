package dev.partnerops.programme;

import java.util.Locale;

/**
 * The mappings a policy test is made of and the keys each takes, as {@link Shape} says them of a
 * policy. The JSON Schema of tests has a definition of the same name for each, and a test compares
 * the two.
 */
enum TestShape {
  TEST("test* cases* edition period as_of given"),
  GIVEN("rows files " + Words.FACTS),
  CASE("case* expect steps entities period as_of rows files params " + Words.FACTS),
  STEP("expect* entities period as_of " + Words.FACTS),
  ENTITY("copies " + Words.FACTS),
  BEFORE("tier misses rises badge granted held exited_on"),
  OTHER("tier score badge rank points granted"),
  EXPECT(
      "status segment score rank tier_before tier_after tier_calculated action reasons partition"
          + " value badge points metrics met grants fee totals"),
  GRANT("status amount expires_on beneficiary assignee reasons"),
  FEE("base_before base_after amount standard_amount saved");

  @SuppressWarnings("ImmutableEnumChecker") // a record of sets that never change
  private final KeyWords words;

  TestShape(String words) {
    this.words = KeyWords.of(words);
  }

  KeyWords words() {
    return words;
  }

  /** Its name in the JSON Schema of tests. */
  String definition() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Keys that several of them share. */
  private static final class Words {
    static final String FACTS = "fields metrics others before score tier badge fee_base";
  }
}
