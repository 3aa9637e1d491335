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
    LaneRows rows = rows(count + 3).from(3);
    LaneTranspose.gather(signals, at, end, count, rows);
    for (int i = 0; i < count; i++) {
      for (int lane = 0; lane < Lanes.COUNT; lane++) {
        int index = at[lane] + i;
        assertThat(rows.values()[rows.at(i) + lane])
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
    LaneRows rows = rows(count);
    LaneTranspose.gather(signals, at, end, count, rows);
    float[][] back = new float[Lanes.COUNT][count];
    LaneTranspose.scatter(rows, count, back, at, lanes);
    for (int lane = 0; lane < Lanes.COUNT; lane++) {
      assertThat(back[lane]).isEqualTo(lane < lanes ? signals[lane] : new float[count]);
    }
  }

  /// Rows that neither begin nor end with their array.
  private static LaneRows rows(int count) {
    return new LaneRows(new float[5 + count * Lanes.COUNT + 3], 5);
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
