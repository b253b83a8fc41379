package dev.partnerops.explaining;

import java.util.ArrayList;
import java.util.List;

/** A page for people, block by block, before anybody knows how it is printed. */
final class Page {

  /** One block. */
  sealed interface Block {

    /** Of a whole page. */
    record Title(String text) implements Block {}

    record Heading(String text) implements Block {}

    record Line(String text) implements Block {}

    record Item(String text) implements Block {}

    /** A line of the policy as it is written there, and what came of it. */
    record Quote(int line, String code, List<String> below) implements Block {}

    /** {@code numbers}: the places of columns that stand right. */
    record Table(List<String> header, List<List<String>> rows, List<Integer> numbers)
        implements Block {}
  }

  private final List<Block> blocks = new ArrayList<>();

  List<Block> blocks() {
    return List.copyOf(blocks);
  }

  void add(Block block) {
    blocks.add(block);
  }

  void line(String text) {
    if (!text.isEmpty()) {
      blocks.add(new Block.Line(text));
    }
  }

  void heading(String text) {
    blocks.add(new Block.Heading(text));
  }

  void item(String text) {
    blocks.add(new Block.Item(text));
  }
}
