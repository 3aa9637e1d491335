package dev.shardline.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shardline.signal.filter.Band;
import dev.shardline.signal.filter.Butterworth;
import dev.shardline.signal.filter.SecondOrderSections;
import dev.shardline.signal.lanes.LaneResampler;
import dev.shardline.signal.lanes.LaneSectionFilter;
import dev.shardline.signal.resample.Background;
import dev.shardline.signal.resample.RateRatio;
import dev.shardline.signal.scale.ChannelScaling;
import dev.shardline.signal.scale.Scaler;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LaneTracesTest {
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

  /// What a kernel that works on many signals leaves.
  private static LaneTraces lanes(int channels, int timePoints) {
    return (LaneTraces) new LaneSectionFilter(SECTIONS).causal(rows(channels, timePoints));
  }

  private static void assertSame(Traces actual, Traces expected) {
    assertThat(actual.channels()).isEqualTo(expected.channels());
    assertThat(actual.timePoints()).isEqualTo(expected.timePoints());
    assertThat(actual.bytesPerValue()).isEqualTo(expected.bytesPerValue());
    assertThat(actual.memoryBytes()).isEqualTo(expected.memoryBytes());
    for (int row = 0; row < expected.channels(); row++) {
      assertThat(actual.floats(row)).isEqualTo(expected.floats(row));
      assertThat(actual.doubles(row)).isEqualTo(expected.doubles(row));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 16, 21})
  void everyOperationGivesTheValuesOfRows(int channels) {
    LaneTraces lanes = lanes(channels, 500);
    Float32Traces rows =
        new Float32Traces(new LaneSectionFilter(SECTIONS).causal(rows(channels, 500).matrix()));
    assertSame(lanes, rows);
    assertSame(lanes.columns(100, 417), rows.columns(100, 417));
    assertSame(lanes.rows(channels - 1, Traces.NO_ROW), rows.rows(channels - 1, Traces.NO_ROW));
    assertSame(
        lanes.mapRows(row -> new double[] {row[7]}), rows.mapRows(row -> new double[] {row[7]}));
    assertSame(lanes.mapColumns(all -> all), rows);
    assertSame(lanes.mapFloats(all -> all), rows);
    assertSame(lanes.withRows(new double[][] {{0.1}}), rows.withRows(new double[][] {{0.1}}));
    assertThat(RowTensors.of(lanes).bytes()).isEqualTo(RowTensors.of(rows).bytes());
  }

  /// 500, 512 and 3,007: runs of 512 values, a whole one and a rest that strands do not divide.
  @ParameterizedTest
  @ValueSource(ints = {1, 500, 512, 3007})
  void scalesToTheBitsThatRowsHave(int timePoints) {
    LaneTraces lanes = lanes(21, timePoints);
    assertSameAfter(lanes, traces -> ChannelScaling.apply(new Scaler.ZScore(), traces));
  }

  @Test
  void signalThatDoesNotVaryBecomesZero() {
    LaneTraces flat = new LaneTraces(List.of(LaneBlock.of(new float[] {3, 1, 3, 2}, 2)));
    assertThat(ChannelScaling.apply(new Scaler.ZScore(), flat).floats(0)).containsExactly(0, 0);
    assertThat(ChannelScaling.apply(new Scaler.ZScore(), flat).floats(1)).containsExactly(-1, 1);
  }

  @ParameterizedTest
  @EnumSource(Background.class)
  void resamplesToTheBitsThatRowsHave(Background background) {
    for (RateRatio ratio : List.of(new RateRatio(25, 64), new RateRatio(3, 2))) {
      assertSameAfter(lanes(21, 2500), new LaneResampler(ratio, background)::resample);
    }
  }

  @Test
  void filtersToTheBitsThatRowsHave() {
    assertSameAfter(lanes(21, 700), new LaneSectionFilter(SECTIONS)::zeroPhase);
    assertSameAfter(lanes(5, 700), new LaneSectionFilter(SECTIONS)::causal);
    Float32Traces rows = rows(21, 700);
    assertSame(
        new LaneSectionFilter(SECTIONS).zeroPhase(rows),
        new Float32Traces(new LaneSectionFilter(SECTIONS).zeroPhase(rows.matrix())));
  }

  /// Nothing is asked for its blocks on the way, and recordings of several sizes use the same room.
  @Test
  void whatIsReadBlockByBlockGivesTheBitsThatRowsHave() {
    for (int channels : List.of(21, 3, 37)) {
      for (int timePoints : List.of(2500, 900)) {
        Float32Traces rows = rows(channels, timePoints);
        assertThat(RowTensors.of(epochs(new LaneSectionFilter(SECTIONS).zeroPhase(rows))).bytes())
            .isEqualTo(
                RowTensors.of(
                        epochs(
                            new Float32Traces(
                                new LaneSectionFilter(SECTIONS).zeroPhase(rows.matrix()))))
                    .bytes());
      }
    }
  }

  private static Traces epochs(Traces filtered) {
    Traces resampled = new LaneResampler(new RateRatio(25, 64), Background.ZERO).resample(filtered);
    return ChannelScaling.apply(new Scaler.ZScore(), resampled.columns(20, 320));
  }

  @Test
  void blocksAreComputedWhenTheyAreReadAndKeptFromTheSecondTimeOn() {
    List<Integer> filled = new ArrayList<>();
    LaneTraces traces =
        LaneTraces.computed(
            18,
            2,
            (index, block) -> {
              filled.add(index);
              Arrays.fill(block.values(), block.at(0), block.at(2), index + 1);
            });
    assertThat(traces.channels()).isEqualTo(18);
    assertThat(traces.timePoints()).isEqualTo(2);
    assertThat(filled).isEmpty();
    traces.read(0, block -> assertThat(block.signal(15)).containsExactly(1, 1));
    traces.read(1, block -> assertThat(block.signal(1)).containsExactly(2, 2));
    assertThat(filled).containsExactly(0, 1);
    traces.read(0, block -> assertThat(block.signal(0)).containsExactly(1, 1));
    assertThat(filled).containsExactly(0, 1, 0, 1);
    assertThat(traces.floats(17)).containsExactly(2, 2);
    traces.read(1, block -> assertThat(block).isSameAs(traces.blocks().get(1)));
    assertThat(filled).containsExactly(0, 1, 0, 1);
  }

  private static void assertSameAfter(LaneTraces lanes, UnaryOperator<Traces> change) {
    float[][] before = lanes.unpacked().matrix();
    assertSame(change.apply(lanes), change.apply(new Float32Traces(before)));
    assertThat(lanes.unpacked().matrix()).isEqualTo(before);
  }

  @Test
  void blocksThatAreNoTracesAreRefused() {
    LaneBlock two = LaneBlock.ofSize(2, 3);
    assertThatThrownBy(() -> new LaneTraces(List.of(two, two)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new LaneTraces(List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> LaneBlock.of(new float[5], 2))
        .hasMessageContaining("not 2 in 5 values");
  }

  @Test
  void columnsOfABlockAreTheSameValues() {
    LaneBlock block = LaneBlock.of(new float[] {1, 2, 3, 4, 5, 6, 7, 8}, 2);
    LaneBlock middle = block.columns(1, 3);
    assertThat(middle.values()).isSameAs(block.values());
    assertThat(middle.timePoints()).isEqualTo(2);
    assertThat(middle.signal(0)).containsExactly(3, 5);
    assertThat(middle.columns(1, 2).signal(1)).containsExactly(6);
  }

  /// 255 to 513 time points: what is written at a time, and rests of it.
  @Property(tries = 50)
  void aWindowIsWrittenSignalBySignal(
      @ForAll @IntRange(min = 1, max = LaneBlock.MOST) int signals,
      @ForAll @IntRange(min = 255, max = 513) int timePoints,
      @ForAll @IntRange(min = 0, max = 9) int to) {
    float[] values = new float[signals * (timePoints + 3)];
    for (int i = 0; i < values.length; i++) {
      values[i] = i;
    }
    ByteBuffer written =
        ByteBuffer.allocate(to + signals * timePoints * Float.BYTES + 5)
            .order(ByteOrder.LITTLE_ENDIAN);
    LaneBlock.of(values, signals).columns(2, 2 + timePoints).write(written.array(), to);
    for (int lane = 0; lane < signals; lane++) {
      for (int i = 0; i < timePoints; i++) {
        assertThat(written.getFloat(to + (lane * timePoints + i) * Float.BYTES))
            .isEqualTo((i + 2) * signals + lane);
      }
    }
    assertThat(Arrays.copyOf(written.array(), to)).isEqualTo(new byte[to]);
  }

  @Test
  void aBlockHoldsNoMoreThanAnArrayCan() {
    assertThat(LaneBlock.holds(16, (1 << 27) - 2)).isTrue();
    assertThat(LaneBlock.holds(16, 1 << 27)).isFalse();
    assertThat(LaneBlock.holds(1, Integer.MAX_VALUE)).isFalse();
  }
}
