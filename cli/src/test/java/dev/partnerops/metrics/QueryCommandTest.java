package dev.partnerops.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.partnerops.Invocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a user's SQL may and may not do (RELIABILITY, "The SQL console"; target S6). */
final class QueryCommandTest {

  @TempDir static Path folder;

  @BeforeAll
  static void makeWorkspace() throws IOException {
    assertThat(Invocation.of(folder, "init").exit()).isZero();
    Files.writeString(folder.resolve("secret.txt"), "planted-secret\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // files
        "select file_read('secret.txt')",
        "select file_write('x', 'stolen.txt')",
        "call file_read('secret.txt')",
        "select * from csvread('secret.txt')",
        "select csvwrite('stolen.csv', 'select 1')",
        "call csvwrite('stolen.csv', 'select 1')",
        "script",
        "script to 'stolen.sql'",
        "script nopasswords to 'stolen.sql'",
        "runscript from 'secret.txt'",
        "backup to 'stolen.zip'",
        "explain select file_read('secret.txt') for update; script to 'stolen.sql'",
        // classes
        "create alias stolen for 'java.lang.System.exit'",
        "create alias stolen as 'int f() { return 1; }'",
        "create aggregate stolen for 'java.lang.Object'",
        "create trigger stolen before insert on base.merchants call 'java.lang.Object'",
        "create table stolen (a int) engine 'java.lang.Object'",
        "create domain stolen as int",
        // other databases
        "create linked table stolen ('', 'jdbc:h2:mem:', '', '', 'T')",
        "select * from link_schema('stolen', '', 'jdbc:h2:mem:', '', '', 'PUBLIC')",
        "call link_schema('stolen', '', 'jdbc:h2:mem:', '', '', 'PUBLIC')",
        // settings and users
        "shutdown",
        "shutdown immediately",
        "shutdown compact",
        "checkpoint",
        "set exclusive 2",
        "set mode mysql",
        "set max_memory_rows 100000000",
        "set cache_size 1",
        "set trace_level_file 3",
        "set write_delay 5000",
        "set allow_literals none",
        "set database_event_listener 'java.lang.Object'",
        "set javaobjectserializer 'java.lang.Object'",
        "set password 'x'",
        "create user stolen password 'x' admin",
        "alter user reader admin true",
        "alter user partnerops set password 'x'",
        "drop user partnerops",
        "grant all on schema base to reader",
        "grant alter any schema to reader",
        "create role stolen",
        // what is not theirs
        "select * from base.merchants",
        "select * from base.batch",
        "select * from base.order_column",
        "table base.property",
        "insert into merchants (merchant_id) values ('x')",
        "insert into base.property values ('a', 'b')",
        "update merchants set name = 'x'",
        "delete from merchants",
        "merge into base.property values ('a', 'b')",
        "truncate table base.property",
        "drop table base.property",
        "drop view merchants",
        "drop all objects delete files",
        "alter table base.property add x int",
        "create table stolen (a int)",
        "create view stolen as select 1",
        "create schema stolen",
        "create sequence stolen",
        "create index stolen on base.property(content)",
        "create local temporary table stolen (a int)",
        "create constant stolen value 1",
        "comment on table base.property is 'x'",
        "execute immediate 'select 1'",
        "prepare commit stolen",
        "select 1; shutdown"
      })
  void refusesWhatIsNotASelectOverTheViews(String statement) throws IOException {
    Invocation invocation = Invocation.of(folder, "query", statement);

    assertThat(invocation.exit()).as(invocation.stderr()).isEqualTo(2);
    assertThat(invocation.stdout()).isEmpty();
    assertThat(invocation.stderr().lines()).hasSize(1);
    assertThat(invocation.stderr()).doesNotContain("planted-secret");
    assertThat(files()).noneMatch(name -> name.contains("stolen"));
    assertThat(Invocation.of(folder, "query", "select count(*) as n from merchants").stdout())
        .isEqualTo("n\n0\n");
  }

  @Test
  void answersASelectWithTypedCells() {
    Invocation invocation =
        Invocation.of(
            folder,
            "query",
            "/* a comment; with a semicolon */ select 1 as whole, 12.5 as odd, cast(3 as decimal(18, 2)) as yuan, 'a;b' as words,"
                + " date '2020-10-31' as \"DAY\", true as flag, null as nothing,"
                + " timestamp with time zone '2020-10-31 16:00:00Z' as at;");

    assertThat(invocation.stderr()).isEmpty();
    assertThat(invocation.stdout())
        .isEqualTo(
            """
            whole,odd,yuan,words,day,flag,nothing,at
            1,12.500000,3.00,a;b,2020-10-31,true,,2020-11-01T00:00:00+08:00
            """);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "/* nothing */", ";"})
  void asksForAQuery(String nothing) {
    Invocation invocation = Invocation.of(folder, "query", nothing);

    assertThat(invocation.exit()).isEqualTo(2);
    assertThat(invocation.stderr()).isEqualTo("there is no query; write query \"select …\"\n");
  }

  @Test
  void stopsAfterTheTimeout() {
    Invocation invocation =
        Invocation.of(
            folder,
            "query",
            "--timeout",
            "1",
            "select count(*) from system_range(1, 100000) a, system_range(1, 100000) b");

    assertThat(invocation.exit()).isEqualTo(8);
    assertThat(invocation.stderr())
        .isEqualTo("the query was not answered: it took longer than allowed and was stopped\n");
  }

  private static List<String> files() throws IOException {
    try (Stream<Path> tree = Files.walk(folder)) {
      return tree.map(Path::toString).toList();
    }
  }
}
