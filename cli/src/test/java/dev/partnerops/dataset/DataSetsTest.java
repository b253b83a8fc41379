package dev.partnerops.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DataSetsTest {

  @Test
  void listsTheDataSetsOfTheContractInItsOrder() {
    assertThat(DataSets.shipped().all())
        .extracting(DataSet::name)
        .containsExactly(
            "merchants",
            "providers",
            "promoters",
            "leaders",
            "affiliations",
            "products",
            "orders",
            "sessions",
            "bookings",
            "courses",
            "enrolments",
            "violations",
            "promotions",
            "tasks",
            "figures");
  }

  @Test
  void knowsTheKeysOfRule8() {
    List<String> keys = new ArrayList<>();
    for (DataSet dataSet : DataSets.shipped().all()) {
      keys.add(
          dataSet.name()
              + " "
              + String.join("+", dataSet.key().stream().map(Column::name).toList()));
    }
    assertThat(keys)
        .containsExactly(
            "merchants merchant_id",
            "providers provider_id+role",
            "promoters promoter_id",
            "leaders leader_id",
            "affiliations provider_id+role+subject_type+subject_id+from_on",
            "products sku_id",
            "orders order_id",
            "sessions session_id",
            "bookings booking_id",
            "courses course_id",
            "enrolments course_id+merchant_id",
            "violations violation_id",
            "promotions day+merchant_id",
            "tasks campaign+day+merchant_id+task",
            "figures metric+subject_type+subject_id+day");
  }

  @Test
  void knowsTheMoneyOfRule29() {
    assertThat(
            DataSets.shipped().all().stream()
                .filter(dataSet -> dataSet.findMoney().isPresent())
                .map(dataSet -> dataSet.name() + "." + dataSet.findMoney().orElseThrow().name()))
        .containsExactly("orders.amount", "bookings.amount", "promotions.spend", "tasks.reward");
  }

  @Test
  void givesEachNameOnceInADataSet() {
    for (DataSet dataSet : DataSets.shipped().all()) {
      Set<String> names = new HashSet<>();
      for (Column column : dataSet.columns()) {
        assertThat(names.add(column.name())).as(column.name()).isTrue();
        for (String alias : column.aliases()) {
          assertThat(names.add(alias)).as(dataSet.name() + " " + alias).isTrue();
        }
      }
    }
  }

  @Test
  void refersToKeysThatExist() {
    for (DataSet dataSet : DataSets.shipped().all()) {
      for (Column column : dataSet.columns()) {
        for (Reference reference : column.references()) {
          assertThat(
                  DataSets.shipped()
                      .find(reference.dataset())
                      .orElseThrow()
                      .findColumn(reference.column()))
              .as(dataSet.name() + "." + column.name())
              .isPresent();
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "zh"})
  void saysWhatEachColumnMeans(String language) throws IOException {
    Set<String> expected = new HashSet<>();
    for (DataSet dataSet : DataSets.shipped().all()) {
      for (Column column : dataSet.columns()) {
        expected.add(dataSet.meaningKey(column));
      }
    }
    String file = "/dev/partnerops/messages/" + language + "/datasets.properties";
    Properties properties = new Properties();
    try (InputStream stream = DataSetsTest.class.getResourceAsStream(file)) {
      properties.load(
          new InputStreamReader(Objects.requireNonNull(stream), StandardCharsets.UTF_8));
    }
    assertThat(properties.stringPropertyNames()).containsExactlyInAnyOrderElementsOf(expected);
  }
}
