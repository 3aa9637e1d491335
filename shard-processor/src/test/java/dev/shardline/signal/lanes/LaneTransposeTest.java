package dev.shardline.signal.lanes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class LaneTransposeTest {
  @Property(tries = 50)
  void rowsHoldEachSignalInItsLane(
      @ForAll @IntRange(min = 0, max = 5) int offset,
      @ForAll @IntRange(min = 1, max = 100) int count) {
    float[][] signals = signals(120);
    int[] at = new int[Lanes.COUNT];
    int[] end = new int[Lanes.COUNT];
    for (int lane = 0; lane < Lanes.COUNT; lane++) {
      at[lane] = lane + offset;
      end[lane] = 60 + lane;
    }
    float[] rows = new float[(count + 2 * Lanes.COUNT) * Lanes.COUNT];
    LaneTranspose.gather(signals, at, end, count, rows, 3);
    for (int i = 0; i < count; i++) {
      for (int lane = 0; lane < Lanes.COUNT; lane++) {
        int index = at[lane] + i;
        assertThat(rows[(3 + i) * Lanes.COUNT + lane])
            .isEqualTo(index < end[lane] ? signals[lane][index] : 0);
      }
    }
  }

  @Property(tries = 50)
  void whatIsGatheredIsScatteredBack(
      @ForAll @IntRange(min = 1, max = 16) int lanes,
      @ForAll @IntRange(min = 1, max = 100) int count) {
    float[][] signals = signals(count);
    int[] at = new int[Lanes.COUNT];
    int[] end = new int[Lanes.COUNT];
    Arrays.fill(end, count);
    float[] rows = new float[(count + 2 * Lanes.COUNT) * Lanes.COUNT];
    LaneTranspose.gather(signals, at, end, count, rows, 0);
    float[][] back = new float[Lanes.COUNT][count];
    LaneTranspose.scatter(rows, 0, count, back, at, lanes);
    for (int lane = 0; lane < Lanes.COUNT; lane++) {
      assertThat(back[lane]).isEqualTo(lane < lanes ? signals[lane] : new float[count]);
    }
  }

  private static float[][] signals(int points) {
    float[][] signals = new float[Lanes.COUNT][points];
    for (int lane = 0; lane < Lanes.COUNT; lane++) {
      for (int i = 0; i < points; i++) {
        signals[lane][i] = 1000 * lane + i;
      }
    }
    return signals;
  }
}
