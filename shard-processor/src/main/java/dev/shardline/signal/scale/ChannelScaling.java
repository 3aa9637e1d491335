package dev.shardline.signal.scale;

import dev.shardline.signal.Traces;
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

  /// Float32 rows have their moments in double and are scaled in float32: within float32's
  /// precision of the double computation.
  private static Traces zScored(Scaler.ZScore scaler, Traces traces) {
    return traces.bytesPerValue() == Float.BYTES
        ? traces.mapFloats(ChannelScaling::zScored)
        : scaled(scaler, traces);
  }

  private static float[][] zScored(float[][] rows) {
    RowMoments moments = new RowMoments();
    return Arrays.stream(rows).map(row -> zScored(moments, row)).toArray(float[][]::new);
  }

  private static float[] zScored(RowMoments moments, float[] row) {
    double mean = moments.mean(row, 0, row.length);
    float centre = (float) mean;
    double rest = mean - centre;
    double variance = moments.meanSquare(row, 0, row.length, centre) - rest * rest;
    float scale = variance > 0 ? (float) (1 / Math.sqrt(variance)) : 0;
    float[] scaled = new float[row.length];
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] = (row[i] - centre) * scale;
    }
    return scaled;
  }
}
