package dev.shardline.signal.lanes;

import dev.shardline.signal.EncodedTraces;
import dev.shardline.signal.Float32Traces;
import dev.shardline.signal.Float64Traces;
import dev.shardline.signal.LaneBlock;
import dev.shardline.signal.LaneTraces;
import dev.shardline.signal.StoredTraces;
import dev.shardline.signal.Traces;
import java.util.ArrayList;
import java.util.List;

/// What sixteen signals at a time are taken through. Of traces in memory the results stay side by
/// side, so that the next kernel need not gather them again; of traces on disk they are rows, so
/// that few need to be in memory, and so are results too long for a block. The values are the same
/// bits.
interface LaneKernel {
  /// Fills the output, which has as many lanes as the input.
  void apply(LaneTile input, LaneTile output);

  /// Float32 traces through the kernel.
  ///
  /// @param timePoints of the results
  /// @throws IllegalStateException for float64 traces
  default Traces over(Traces traces, int timePoints) {
    if (traces.channels() == 0) {
      return traces;
    }
    if (!LaneBlock.holds(Math.min(traces.channels(), LaneBlock.MOST), timePoints)) {
      return traces.mapFloats(signals -> over(signals, timePoints));
    }
    return switch (traces) {
      case Float32Traces rows -> packed(rows, timePoints, tiles(rows.matrix()));
      case EncodedTraces encoded -> packed(encoded, timePoints, EncodedTile.allOf(encoded));
      case LaneTraces lanes ->
          LaneTraces.computed(
              lanes.channels(),
              timePoints,
              (index, output) -> lanes.read(index, input -> apply(LaneTile.of(input), output)));
      case StoredTraces stored -> stored.mapFloats(signals -> over(signals, timePoints));
      case Float64Traces _ -> throw new IllegalStateException("Lanes hold float32 traces only");
    };
  }

  private static List<LaneTile> tiles(float[][] signals) {
    List<LaneTile> tiles = new ArrayList<>();
    for (int first = 0; first < signals.length; first += Lanes.COUNT) {
      tiles.add(LaneTile.ofRows(signals, first));
    }
    return tiles;
  }

  private LaneTraces packed(Traces traces, int timePoints, List<LaneTile> inputs) {
    return LaneTraces.computed(
        traces.channels(), timePoints, (index, output) -> apply(inputs.get(index), output));
  }

  private void apply(LaneTile input, LaneBlock output) {
    apply(input, LaneTile.of(output));
  }

  /// Rows through the kernel; new rows.
  default float[][] over(float[][] signals, int timePoints) {
    float[][] results = new float[signals.length][timePoints];
    for (int first = 0; first < signals.length; first += Lanes.COUNT) {
      apply(LaneTile.ofRows(signals, first), LaneTile.ofRows(results, first));
    }
    return results;
  }
}
