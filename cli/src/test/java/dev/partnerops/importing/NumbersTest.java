package dev.partnerops.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class NumbersTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0|0",
        "-0|0",
        "7|700",
        "1234.5|123450",
        "1234.56|123456",
        "007.50|750",
        "-5.20|-520",
        "1,234.50|123450",
        "12,345,678|1234567800",
        "¥1,234.50|123450",
        "￥12|1200",
        "¥-3|-300",
        "-¥3|-300",
        "¥ 12|1200",
        "1.2万|1200000",
        "1.23456万|1234560",
        "0.0001万|100",
        "3亿|30000000000",
        "12元|1200",
        "1.2万元|1200000",
        "１，２３４．５０|123450",
        "１２|1200",
        "9999999999999999.99|999999999999999999",
      })
  void readsYuanAsFen(String text, long fen) {
    assertThat(Numbers.fen(text)).isEqualTo(fen);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "12,50",
        "1.234,56",
        "1,2345",
        "1234,567",
        ",123",
        "1,23,456",
        "1e309",
        "1E5",
        "NaN",
        "Infinity",
        "0x1F",
        "1_000",
        "+5",
        "--5",
        ".5",
        "5.",
        "1.2.3",
        "abc",
        "万",
        "元",
        "¥",
        "-",
        "1 2",
        "5%",
        "1.2千",
        "12元元",
      })
  void readsNothingElseAsMoney(String text) {
    assertThat(Numbers.fen(text)).isEqualTo(Numbers.NOT_A_NUMBER);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.234", "0.001", "1.2345678万", "1,234.567", "10.500"})
  void refusesMoreThanTwoDecimals(String text) {
    assertThat(Numbers.fen(text)).isEqualTo(Numbers.TOO_MANY_DECIMALS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"10000000000000000", "99999999999999999999999999999999999999.99", "100000000亿"})
  void refusesWhatTheStoreCannotHold(String text) {
    assertThat(Numbers.fen(text)).isEqualTo(Numbers.TOO_LARGE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"12|12", "1,234|1234", "1.2万|12000", "-3|-3", "３|3"})
  void readsWholeNumbers(String text, long number) {
    assertThat(Numbers.whole(text)).isEqualTo(number);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"4.86|4.86", "5%|0.05", "12.5%|0.125", "1,000.001|1000.001"})
  void readsDecimals(String text, BigDecimal number) {
    assertThat(Numbers.findDecimal(text).orElseThrow()).isEqualByComparingTo(number);
  }
}
