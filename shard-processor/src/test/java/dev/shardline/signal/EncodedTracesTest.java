package dev.shardline.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shardline.signal.filter.Band;
import dev.shardline.signal.filter.Butterworth;
import dev.shardline.signal.filter.SecondOrderSections;
import dev.shardline.signal.lanes.FiniteRows;
import dev.shardline.signal.lanes.LaneResampler;
import dev.shardline.signal.lanes.LaneSectionFilter;
import dev.shardline.signal.lanes.LaneWelch;
import dev.shardline.signal.resample.Background;
import dev.shardline.signal.resample.RateRatio;
import dev.shardline.signal.scale.ChannelScaling;
import dev.shardline.signal.scale.Scaler;
import dev.shardline.signal.spectrum.WelchSettings;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class EncodedTracesTest {
  /// Values begin at no multiple of four.
  private static final int HEADER = 71;

  private static final SecondOrderSections SECTIONS =
      Butterworth.design(4, new Band.BandPass(0.5, 40), 256);

  private static Float32Traces rows(int channels, int timePoints) {
    float[][] rows = new float[channels][timePoints];
    for (int channel = 0; channel < channels; channel++) {
      for (int i = 0; i < timePoints; i++) {
        rows[channel][i] = (i * (31 + channel)) % 1013 / 7f - 70 + i % 17;
      }
    }
    return new Float32Traces(rows);
  }

  /// The same rows, in a file that holds them backwards behind a header, and lies outside the heap.
  private static EncodedTraces encoded(Float32Traces rows) {
    int rowBytes = rows.timePoints() * Float.BYTES;
    int channels = rows.channels();
    ByteBuffer file = ByteBuffer.allocate(HEADER + channels * rowBytes);
    file.order(ByteOrder.LITTLE_ENDIAN).position(HEADER);
    for (int row = channels - 1; row >= 0; row--) {
      for (float value : rows.floats(row)) {
        file.putFloat(value);
      }
    }
    int[] offsets =
        IntStream.range(0, channels).map(row -> HEADER + (channels - 1 - row) * rowBytes).toArray();
    MemorySegment memory = Arena.ofAuto().allocate(file.capacity());
    memory.copyFrom(MemorySegment.ofArray(file.array()));
    return new EncodedTraces(memory, offsets, rows.timePoints());
  }

  private static void assertSame(Traces actual, Traces expected) {
    assertThat(actual.channels()).isEqualTo(expected.channels());
    assertThat(actual.timePoints()).isEqualTo(expected.timePoints());
    assertThat(actual.bytesPerValue()).isEqualTo(expected.bytesPerValue());
    for (int row = 0; row < expected.channels(); row++) {
      assertThat(actual.floats(row)).isEqualTo(expected.floats(row));
      assertThat(actual.doubles(row)).isEqualTo(expected.doubles(row));
    }
  }

  private static void assertSameAfter(int channels, int points, UnaryOperator<Traces> change) {
    Float32Traces rows = rows(channels, points);
    assertSame(change.apply(encoded(rows)), change.apply(rows));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 16, 21})
  void everyOperationGivesTheValuesOfRows(int channels) {
    assertSameAfter(channels, 500, traces -> traces);
    assertSameAfter(channels, 500, traces -> traces.columns(100, 417));
    assertSameAfter(channels, 500, traces -> traces.rows(channels - 1, Traces.NO_ROW));
    assertSameAfter(channels, 500, traces -> traces.mapRows(row -> new double[] {row[7]}));
    assertSameAfter(channels, 500, traces -> traces.mapColumns(all -> all));
    assertSameAfter(channels, 500, traces -> traces.mapFloats(all -> all));
    assertSameAfter(channels, 500, traces -> traces.withRows(new double[][] {{0.1}}));
    Float32Traces rows = rows(channels, 500);
    assertThat(RowTensors.of(encoded(rows)).bytes()).isEqualTo(RowTensors.of(rows).bytes());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 16, 21})
  void filtersAndScalesToTheBitsThatRowsHave(int channels) {
    assertSameAfter(channels, 700, new LaneSectionFilter(SECTIONS)::zeroPhase);
    assertSameAfter(channels, 700, new LaneSectionFilter(SECTIONS)::causal);
    assertSameAfter(channels, 700, row -> ChannelScaling.apply(new Scaler.ZScore(), row));
    assertSameAfter(channels, 700, row -> ChannelScaling.apply(new Scaler.Robust(), row));
  }

  @ParameterizedTest
  @EnumSource(Background.class)
  void resamplesToTheBitsThatRowsHave(Background background) {
    assertSameAfter(21, 2500, new LaneResampler(new RateRatio(25, 64), background)::resample);
    assertSameAfter(5, 2500, new LaneResampler(new RateRatio(3, 2), background)::resample);
  }

  @ParameterizedTest
  @CsvSource({"1, 1000", "5, 5000", "16, 3600", "33, 1000", "2, 257"})
  void powerHasTheBitsThatRowsHave(int channels, int timePoints) {
    WelchSettings settings = WelchSettings.ofSegmentLength(250);
    Float32Traces rows = rows(channels, timePoints);
    assertThat(new LaneWelch(settings, 256).estimate(encoded(rows)))
        .isEqualTo(new LaneWelch(settings, 256).estimate(rows.matrix()));
  }

  @ParameterizedTest
  @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
  void aValueThatIsNoNumberIsFoundAtEveryPlace(float missing) {
    float[][] values = rows(3, 150).matrix();
    assertThat(FiniteRows.allFinite(encoded(new Float32Traces(values)))).isTrue();
    for (int at = 0; at < 150; at++) {
      float number = values[1][at];
      values[1][at] = missing;
      assertThat(FiniteRows.allFinite(encoded(new Float32Traces(values)))).isFalse();
      values[1][at] = number;
    }
  }

  @ParameterizedTest
  @ValueSource(floats = {-0f, Float.MAX_VALUE, -Float.MAX_VALUE, Float.MIN_VALUE, -1})
  void numbersOfEverySizeAreNumbers(float number) {
    for (int timePoints = 1; timePoints < 4; timePoints++) {
      float[] row = new float[timePoints];
      Arrays.fill(row, number);
      Float32Traces rows = new Float32Traces(new float[][] {row, row});
      assertThat(FiniteRows.allFinite(encoded(rows))).isTrue();
    }
  }

  @Test
  void rowsBeyondTheBytesAreRefused() {
    assertThatThrownBy(
            () -> new EncodedTraces(MemorySegment.ofArray(new byte[20]), new int[] {13}, 2))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }
}
