package dev.shardline.signal.scale;

import dev.shardline.signal.EncodedTraces;
import dev.shardline.signal.Float32Traces;
import dev.shardline.signal.Float64Traces;
import dev.shardline.signal.LaneTraces;
import dev.shardline.signal.StoredTraces;
import dev.shardline.signal.Traces;
import dev.shardline.signal.lanes.LaneScaling;
import dev.shardline.signal.lanes.RowMoments;
import java.util.Arrays;

/// Scales every signal channel by its own values.
public final class ChannelScaling {
  private ChannelScaling() {}

  /// The traces after a change of scale, each row by itself; computed in float64.
  public static Traces apply(Scaler scaler, Traces traces) {
    return switch (scaler) {
      case Scaler.ZScore zScore -> zScored(zScore, traces);
      case Scaler.Robust _, Scaler.ExponentialMoving _, Scaler.Clip _ -> scaled(scaler, traces);
    };
  }

  private static Traces scaled(Scaler scaler, Traces traces) {
    return traces.mapRows(row -> {
      double[] copy = row.clone();
      scaler.apply(copy, 0, copy.length);
      return copy;
    });
  }

  /// Float32 values have their moments in double and are scaled in float32: within float32's
  /// precision of the double computation, to the same bits however they lie.
  private static Traces zScored(Scaler.ZScore scaler, Traces traces) {
    return switch (traces) {
      case LaneTraces lanes -> new LaneScaling().zScored(lanes);
      case EncodedTraces rows -> rows.mapFloats(ChannelScaling::zScored);
      case Float32Traces rows -> rows.mapFloats(ChannelScaling::zScored);
      case StoredTraces stored when stored.bytesPerValue() == Float.BYTES ->
          stored.mapFloats(ChannelScaling::zScored);
      case StoredTraces _, Float64Traces _ -> scaled(scaler, traces);
    };
  }

  private static float[][] zScored(float[][] rows) {
    RowMoments moments = new RowMoments();
    return Arrays.stream(rows).map(row -> zScored(moments, row)).toArray(float[][]::new);
  }

  private static float[] zScored(RowMoments moments, float[] row) {
    double mean = moments.mean(row, 0, row.length);
    float centre = (float) mean;
    float scale = RowMoments.scale(mean, moments.meanSquare(row, 0, row.length, centre));
    float[] scaled = new float[row.length];
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] = (row[i] - centre) * scale;
    }
    return scaled;
  }
}
