package dev.shardline.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shardline.failure.RetryableException;
import dev.shardline.scratch.ScratchSpace;
import dev.shardline.signal.filter.Band;
import dev.shardline.signal.filter.Butterworth;
import dev.shardline.signal.filter.SecondOrderSections;
import dev.shardline.signal.lanes.LaneResampler;
import dev.shardline.signal.lanes.LaneSectionFilter;
import dev.shardline.signal.resample.Background;
import dev.shardline.signal.resample.RateRatio;
import dev.shardline.signal.scale.ChannelScaling;
import dev.shardline.signal.scale.Scaler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredTracesTest {
  /// More than one block of columns, and rows too long to be kept in memory when changed.
  private static final int TIME_POINTS = 430_000;

  private static final int CHANNELS = 5;

  @TempDir private Path folder;
  private ScratchSpace space;
  private Float32Traces inMemory;
  private StoredTraces onDisk;

  @BeforeEach
  void fill() {
    space = new ScratchSpace(folder);
    float[][] rows = new float[CHANNELS][TIME_POINTS];
    for (int channel = 0; channel < CHANNELS; channel++) {
      for (int i = 0; i < TIME_POINTS; i++) {
        rows[channel][i] = (i * (31 + channel)) % 1013 / 7f - 70 + i % 17;
      }
    }
    inMemory = new Float32Traces(rows);
    onDisk = StoredTraces.begin(space, CHANNELS, TIME_POINTS, Float.BYTES);
    for (int row = 0; row < CHANNELS; row++) {
      onDisk.fill(row, 0, rows[row], 123_457);
      float[] rest = inMemory.columns(123_457, TIME_POINTS).floats(row);
      onDisk.fill(row, 123_457, rest, rest.length);
    }
  }

  @AfterEach
  void close() {
    space.close();
  }

  private static void assertSame(Traces actual, Traces expected) {
    assertThat(actual.channels()).isEqualTo(expected.channels());
    assertThat(actual.timePoints()).isEqualTo(expected.timePoints());
    for (int row = 0; row < expected.channels(); row++) {
      assertThat(actual.floats(row)).isEqualTo(expected.floats(row));
      assertThat(actual.doubles(row)).isEqualTo(expected.doubles(row));
    }
  }

  private void assertSameAfter(UnaryOperator<Traces> change) {
    assertSame(change.apply(onDisk), change.apply(inMemory));
  }

  @Test
  void everyOperationGivesTheValuesOfTracesInMemory() {
    assertSame(onDisk, inMemory);
    assertSameAfter(traces -> traces.rows(3, Traces.NO_ROW, 0));
    assertSameAfter(traces -> traces.columns(429_000, TIME_POINTS));
    assertSameAfter(traces -> traces.mapRows(row -> shifted(row)));
    assertSameAfter(traces -> traces.mapRows(row -> new double[] {row[7], row[8]}));
    assertSameAfter(
        traces -> traces.mapColumns(rows -> new double[][] {sum(rows[0], rows[4]), rows[1]}));
  }

  private static double[] shifted(double[] row) {
    double[] shifted = row.clone();
    for (int i = 1; i < row.length; i++) {
      shifted[i] = row[i - 1] / 3;
    }
    return shifted;
  }

  private static double[] sum(double[] left, double[] right) {
    double[] sum = new double[left.length];
    for (int i = 0; i < sum.length; i++) {
      sum[i] = left[i] + right[i] / 7;
    }
    return sum;
  }

  @Test
  void kernelsThatWorkOnManyRowsAtOnceGiveTheSameValuesForAFew() {
    SecondOrderSections sections = Butterworth.design(4, new Band.BandPass(0.5, 40), 256);
    assertSameAfter(traces -> traces.mapFloats(new LaneSectionFilter(sections)::zeroPhase));
    assertSameAfter(traces -> traces.mapFloats(new LaneSectionFilter(sections)::causal));
    assertSameAfter(traces ->
        traces.mapFloats(
            new LaneResampler(RateRatio.between(256, 100), Background.ZERO)::resample));
    assertSameAfter(traces -> ChannelScaling.apply(new Scaler.ZScore(), traces));
  }

  @Test
  void rowFilteredAloneHasTheValuesOfTheRowAmongOthers() {
    SecondOrderSections sections = Butterworth.design(4, new Band.BandPass(0.5, 40), 256);
    float[][] rows = inMemory.columns(0, 5000).matrix();
    float[][] together = new LaneSectionFilter(sections).zeroPhase(rows);
    for (int row = 0; row < CHANNELS; row++) {
      float[][] alone = new LaneSectionFilter(sections).zeroPhase(new float[][] {rows[row]});
      assertThat(alone[0]).isEqualTo(together[row]);
    }
  }

  @Test
  void doublesKeepTheirDigits() {
    StoredTraces doubles = StoredTraces.begin(space, 1, 3, Double.BYTES);
    doubles.fill(0, 0, new double[] {0.1, -1e-300, Double.NaN}, 3);

    assertThat(doubles.doubles(0)).containsExactly(0.1, -1e-300, Double.NaN);
    assertThat(doubles.columns(1, 2)).isInstanceOf(Float64Traces.class);
  }

  @Test
  void shortRowsAreKeptInMemoryAndOthersTakeNone() {
    assertThat(onDisk.memoryBytes()).isZero();
    assertThat(onDisk.mapRows(_ -> new double[10])).isInstanceOf(Float32Traces.class);
  }

  @Test
  void nothingIsLeftOnTheDisk() throws IOException {
    space.close();

    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).isEmpty();
    }
    assertThatThrownBy(() -> onDisk.floats(0)).isInstanceOf(RetryableException.class);
  }

  @Test
  void diskWithoutRoomIsNotTheSamplesFault() {
    assertThatThrownBy(() -> space.file(Long.MAX_VALUE))
        .isInstanceOf(RetryableException.class)
        .hasMessageContaining("--scratch");
  }
}
