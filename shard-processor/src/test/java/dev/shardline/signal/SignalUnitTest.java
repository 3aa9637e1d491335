package dev.shardline.signal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignalUnitTest {
  @ParameterizedTest
  @ValueSource(strings = {"uV", "µV", "\u03bcV", "microvolt", " uV ", "UV"})
  void spellingsOfMicrovoltAreOneUnit(String spelling) {
    assertThat(new SignalUnit(spelling)).isEqualTo(SignalUnit.MICROVOLT);
  }

  @ParameterizedTest
  @CsvSource({
    "V,µV,1e6",
    "µV,V,1e-6",
    "mV,µV,1e3",
    "µV,mV,1e-3",
    "g,m/s²,9.80665",
    "mg,g,1e-3",
    "g,g,1"
  })
  void convertsWithinAQuantity(String from, String to, double factor) {
    assertThat(new SignalUnit(from).factorTo(new SignalUnit(to))).hasValue(factor);
  }

  @Test
  void differentQuantitiesDoNotConvert() {
    assertThat(SignalUnit.MICROVOLT.factorTo(new SignalUnit("g"))).isEmpty();
    assertThat(new SignalUnit("adu").factorTo(SignalUnit.VOLT)).isEmpty();
  }

  @Test
  void unknownUnitsAreKept() {
    assertThat(new SignalUnit("mmHg").symbol()).isEqualTo("mmHg");
    assertThat(new SignalUnit("S/cm").isStated()).isTrue();
    assertThat(new SignalUnit("n/a")).isEqualTo(SignalUnit.NONE);
  }
}
