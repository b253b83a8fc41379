package dev.partnerops.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.partnerops.model.EntityKind;
import dev.partnerops.model.ToolException;
import dev.partnerops.output.Messages;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class OwnDataSetsTest {

  private static final String REVIEWS =
      """
      dataset: reviews
      title: {zh: 评价}
      key: [review_id]
      entity: review
      clock: written_at
      columns:
        review_id: {type: text, required: true}
        merchant_id: {type: text, refers: merchants}
        written_at: {type: time}
        tip: {type: money}
        late_tip: {type: money}
        note: {type: text, zh: 备注, aliases: [remark, 说明]}
      """;

  private static String said(ToolException fault) {
    return new Messages(Locale.ENGLISH).text(fault.text());
  }

  @Test
  void withoutFilesThereAreTheShippedOnes() {
    assertThat(DataSets.in(Path.of("no-such-folder"))).isSameAs(DataSets.shipped());
  }

  @Test
  void readsADataSetOfTheWorkspace() {
    DataSet reviews = OwnSets.of(REVIEWS).find("reviews").orElseThrow();

    assertThat(reviews.title().en()).isEqualTo("评价");
    assertThat(reviews.key()).extracting(Column::name).containsExactly("review_id");
    assertThat(reviews.findEntity()).contains(new EntityKind("review"));
    assertThat(reviews.findClock()).map(Column::name).contains("written_at");
    assertThat(reviews.findArrival()).map(Column::name).contains("written_at");
    assertThat(reviews.findMoney()).map(Column::name).contains("tip");
    assertThat(reviews.table()).isEqualTo("own_reviews");
    assertThat(reviews.findColumn("note").orElseThrow().aliases())
        .containsExactly("备注", "remark", "说明");
    assertThat(reviews.columns())
        .extracting(Column::type)
        .containsExactly(
            ColumnType.ID,
            ColumnType.ID,
            ColumnType.TIME,
            ColumnType.MONEY,
            ColumnType.MONEY,
            ColumnType.TEXT);
  }

  @Test
  void ownEntitiesComeBehindTheShippedOnes() {
    List<EntityKind> expected = new ArrayList<>(EntityKind.shipped());
    expected.add(new EntityKind("review"));

    assertThat(OwnSets.of(REVIEWS).kinds()).isEqualTo(expected);
  }

  @Test
  void extendsADataSetOfTheWorkspaceInAnotherFile() {
    DataSets dataSets = OwnSets.of("{extends: reviews, columns: {mood: {type: text}}}", REVIEWS);

    DataSet reviews = dataSets.find("reviews").orElseThrow();
    assertThat(reviews.columns().getLast().name()).isEqualTo("mood");
    assertThat(reviews.shipped()).isFalse();
  }

  @Test
  void ordersAreNarrowedByFlagsTextsAndLists() {
    DataSets dataSets =
        OwnSets.of(
            "{extends: orders, columns: {a: {type: flag}, b: {type: one_of, values: [x]},"
                + " c: {type: text}, d: {type: money}, e: {type: day}}}");

    assertThat(dataSets.orderDimensions()).containsOnlyKeys("a", "b", "c");
  }

  @Test
  void ordersHaveRoomForThirtyTwo() {
    assertThat(OwnSets.of(wide(32)).find("orders").orElseThrow().addedColumns()).hasSize(32);
    assertThatThrownBy(() -> OwnSets.of(wide(33)))
        .isInstanceOfSatisfying(
            ToolException.Policy.class,
            fault ->
                assertThat(said(fault))
                    .isEqualTo(
                        "datasets/a.yaml:2: orders have room for 32 columns of your own; take some"
                            + " out"));
  }

  private static String wide(int columns) {
    List<String> each =
        IntStream.range(0, columns).mapToObj(i -> "c" + i + ": {type: flag}").toList();
    return "extends: orders\ncolumns: {" + String.join(", ", each) + "}";
  }

  @Test
  void twoFilesOfOneNameAreAFault() {
    assertThatThrownBy(() -> OwnSets.of(REVIEWS, REVIEWS))
        .isInstanceOfSatisfying(
            ToolException.Policy.class,
            fault ->
                assertThat(said(fault))
                    .isEqualTo(
                        "datasets/b.yaml:1: there is a data set reviews already; write extends:"
                            + " reviews to add columns to it, or take another name"));
  }

  @Test
  void shippedDataSetsHaveNoAddedColumn() {
    assertThat(DataSets.shipped().all())
        .allSatisfy(dataSet ->
            assertThat(dataSet.addedColumns()).isEqualTo(Collections.<Column>emptyList()));
  }
}
