package dev.shardline.inspect.volume;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shardline.digest.CanonicalJson;
import dev.shardline.volume.Affine;
import dev.shardline.volume.Spacing;
import dev.shardline.volume.Volume;
import dev.shardline.volume.VolumeHeader;
import dev.shardline.volume.geometry.Orientation;
import dev.shardline.volume.statistics.Moments;
import dev.shardline.volume.statistics.Percentiles;
import java.util.Arrays;
import java.util.Locale;

/// What is told of a volume whatever format it came in: its place in space and its values.
public final class VolumeFacts {
  private static final double[] PERCENTILES = {0, 0.5, 50, 99.5, 100};
  private static final double MEBI = 1 << 20;

  private VolumeFacts() {}

  /// What the header says.
  public static ObjectNode of(VolumeHeader header) {
    ObjectNode facts =
        CanonicalJson.object()
            .put("shape", header.shape().toString())
            .put("voxel-type", header.type().name().toLowerCase(Locale.ROOT))
            .put("decoded-mib", header.decodedBytes() / MEBI);
    addGeometry(facts, header.affine());
    facts.put("geometry", header.source().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    if (header.shape().isTimeSeries()) {
      facts.put("time-step-seconds", header.timeStepSeconds());
    }
    return facts;
  }

  /// Adds spacing, orientation and affine.
  public static void addGeometry(ObjectNode facts, Affine affine) {
    if (affine.isSingular()) {
      facts.put("orientation", "none: the axes span no volume");
    } else {
      Spacing spacing = affine.spacing();
      facts.putArray("spacing-mm").add(spacing.x()).add(spacing.y()).add(spacing.z());
      facts.put("orientation", Orientation.of(affine).codes());
    }
    ArrayNode rows = facts.putArray("affine");
    for (int row = 0; row < 3; row++) {
      ArrayNode columns = rows.addArray();
      for (int column = 0; column < 4; column++) {
        columns.add(affine.at(row, column));
      }
    }
  }

  /// Adds what the values are; of the finite ones, and how many are not.
  public static void addValues(ObjectNode facts, Volume volume) {
    float[] values = volume.values();
    float[] finite = new float[values.length];
    int count = 0;
    for (float value : values) {
      if (Float.isFinite(value)) {
        finite[count++] = value;
      }
    }
    finite = Arrays.copyOf(finite, count);
    facts.put("not-finite", values.length - count);
    if (count > 0) {
      double[] percentiles = Percentiles.of(finite, PERCENTILES);
      Moments moments = Moments.of(finite);
      facts
          .put("least", percentiles[0])
          .put("percentile-0-5", percentiles[1])
          .put("median", percentiles[2])
          .put("percentile-99-5", percentiles[3])
          .put("greatest", percentiles[4])
          .put("mean", moments.mean())
          .put("deviation", moments.deviation())
          .put("nonzero-fraction", (double) Moments.ofNonZero(finite).count() / values.length);
    }
  }
}
