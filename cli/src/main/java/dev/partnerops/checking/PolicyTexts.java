package dev.partnerops.checking;

import dev.partnerops.command.Session;
import dev.partnerops.model.Message;
import dev.partnerops.model.ToolException;
import dev.partnerops.programme.Programme;
import dev.partnerops.programme.Programmes;
import dev.partnerops.wording.Wording;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the edition that a word of the command line means: {@code ID}, {@code ID@2}, a file. */
final class PolicyTexts {

  private static final Pattern EDITION = Pattern.compile("(.+)@([1-9]\\d{0,8})");

  private final Session session;
  private final PolicyPlace place;
  private @Nullable Programmes all;

  /** In a workspace or outside one, where only files and the shipped metrics are known. */
  PolicyTexts(Session session) {
    this.session = session;
    this.place = PolicyPlace.of(session);
  }

  boolean isFile(String asked) {
    return Files.isRegularFile(session.path(Path.of(asked)));
  }

  /**
   * The edition asked for; of an id alone the newest.
   *
   * @throws ToolException.Usage where there is no such file, programme or edition
   */
  Programme find(String asked, @Nullable Integer edition) {
    if (isFile(asked)) {
      return file(asked);
    }
    Matcher numbered = EDITION.matcher(asked);
    if (!numbered.matches()) {
      return edition(asked, edition);
    }
    String id = numbered.group(1);
    int number = Integer.parseInt(numbered.group(2));
    if (edition != null && edition != number) {
      throw new ToolException.Usage(Message.of("checking.show.one", id, number));
    }
    return edition(id, number);
  }

  Programme file(String asked) {
    return Programmes.readFile(session.path(Path.of(asked)), asked, place.names());
  }

  private Programme edition(String id, @Nullable Integer number) {
    List<Programme> editions = workspace().editions(id);
    if (number == null) {
      return editions.getLast();
    }
    return editions.stream()
        .filter(edition -> edition.edition() == number)
        .findFirst()
        .orElseThrow(() ->
            new ToolException.Usage(
                Message.of(
                    "checking.edition.unknown",
                    id,
                    number,
                    editions.stream().map(Programme::edition).toList())));
  }

  /** The workspace's edition that a file stands beside: of its number, else the newest. */
  Programme beside(Programme file) {
    List<Programme> editions = workspace().editions(file.id());
    return editions.stream()
        .filter(edition -> edition.edition() == file.edition())
        .findFirst()
        .orElse(editions.getLast());
  }

  private Programmes workspace() {
    if (all == null) {
      all = Programmes.read(session.workspace().programmes(), place.names());
    }
    return all;
  }

  Wording wording(Programme programme) {
    return Wording.of(session.messages(), place.catalogue(), programme, others());
  }

  /** Only for their titles: a faulty one is no reason not to show another. */
  private List<Programme> others() {
    if (all == null) {
      try {
        all = Programmes.read(place.folder(), place.names());
      } catch (ToolException.Policy faulty) {
        return List.of();
      }
    }
    return all.all();
  }
}
