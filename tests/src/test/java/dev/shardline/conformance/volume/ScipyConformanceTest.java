package dev.shardline.conformance.volume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shardline.volume.Spacing;
import dev.shardline.volume.Volume;
import dev.shardline.volume.VolumeTensors;
import dev.shardline.volume.VolumeTensors.AxisOrder;
import dev.shardline.volume.geometry.Reorientation;
import dev.shardline.volume.intensity.Region;
import dev.shardline.volume.intensity.ZScore;
import dev.shardline.volume.intensity.ZScore.Outside;
import dev.shardline.volume.mask.Foreground;
import dev.shardline.volume.mask.VoxelBox;
import dev.shardline.volume.resample.Resampling;
import dev.shardline.volume.statistics.Moments;
import dev.shardline.volume.statistics.Percentiles;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Resampling to 1e-4 of the range, z-scores to 1e-5, percentiles and boxes exact.
class ScipyConformanceTest {
  private static final Pattern MILLIMETRES = Pattern.compile("__res(\\d+)mm");

  static Stream<VolumeReference> resampled() throws IOException {
    return VolumeReference.named("__res");
  }

  static Stream<VolumeReference> normalised() throws IOException {
    return VolumeReference.named("__znz");
  }

  static Stream<VolumeReference> statistics() throws IOException {
    return VolumeReference.named("__stats");
  }

  @ParameterizedTest
  @MethodSource("resampled")
  void linearResamplingIsNibabels(VolumeReference reference) throws Exception {
    Volume canonical = Reorientation.toCanonical(reference.source());
    Matcher name = MILLIMETRES.matcher(reference.name());
    assertThat(name.find()).isTrue();
    Spacing spacing = Spacing.isotropic(Integer.parseInt(name.group(1)));

    Volume resampled =
        Resampling.linear().apply(canonical, canonical.grid().alongPatientAxes(spacing));

    assertThat(resampled.affine().distanceTo(reference.affine("affine"))).isLessThan(1e-6);
    float[] expected = reference.values();
    double range = range(expected);
    assertThat(difference(cOrder(resampled), expected) / range).isLessThan(1e-4);
  }

  @ParameterizedTest
  @MethodSource("normalised")
  void zScoresOverNonZeroVoxelsAreNumpys(VolumeReference reference) throws Exception {
    Volume canonical = Reorientation.toCanonical(reference.source());
    ZScore score = new ZScore(Region.nonZero(), Outside.KEEP);

    Moments moments = score.statisticsOf(canonical);
    Volume normal = score.apply(canonical, moments);

    JsonNode entry = reference.entry();
    assertThat(moments.count()).isEqualTo(entry.get("n_nonzero").asLong());
    assertThat(moments.mean()).isCloseTo(entry.get("mean_nz").asDouble(), within(1e-6));
    assertThat(moments.deviation()).isCloseTo(entry.get("std_nz").asDouble(), within(1e-6));
    boolean middle = reference.name().endsWith("_zmid");
    float[] actual = middle ? middleSlab(normal) : cOrder(normal);
    assertThat(difference(actual, reference.values())).isLessThan(1e-5);
  }

  @ParameterizedTest
  @MethodSource("statistics")
  void percentilesAndBoxesAreNumpys(VolumeReference reference) throws Exception {
    Volume canonical = Reorientation.toCanonical(reference.source());
    float[] all = canonical.values();
    float[] nonZero = Region.nonZero().valuesOf(canonical);

    assertPercentiles(all, reference.entry().get("percentiles_all"));
    assertPercentiles(nonZero, reference.entry().get("percentiles_nonzero"));
    VoxelBox box = new Foreground.NonZero().of(canonical).boundingBox().orElseThrow();
    JsonNode bounds = reference.entry().get("bbox_nonzero_inclusive_ras");
    assertThat(new int[] {box.x(), box.y(), box.z()})
        .containsExactly(
            bounds.get(0).get(0).asInt(),
            bounds.get(1).get(0).asInt(),
            bounds.get(2).get(0).asInt());
    assertThat(box.x() + box.extentX() - 1).isEqualTo(bounds.get(0).get(1).asInt());
    assertThat(box.y() + box.extentY() - 1).isEqualTo(bounds.get(1).get(1).asInt());
    assertThat(box.z() + box.extentZ() - 1).isEqualTo(bounds.get(2).get(1).asInt());
  }

  private static void assertPercentiles(float[] values, JsonNode expected) {
    for (Map.Entry<String, JsonNode> entry : expected.properties()) {
      double percentile = entry.getValue().asDouble();
      assertThat(Percentiles.of(values, Double.parseDouble(entry.getKey()))[0])
          .isCloseTo(percentile, within(1e-12 * Math.abs(percentile)));
    }
  }

  private static float[] cOrder(Volume volume) {
    return VolumeTensors.of(volume, AxisOrder.XYZ).toFloats();
  }

  /// `[:, :, nz // 2]`.
  private static float[] middleSlab(Volume volume) {
    int z = volume.shape().z() / 2;
    float[] slab = new float[volume.shape().x() * volume.shape().y()];
    for (int x = 0; x < volume.shape().x(); x++) {
      for (int y = 0; y < volume.shape().y(); y++) {
        slab[x * volume.shape().y() + y] = volume.at(x, y, z);
      }
    }
    return slab;
  }

  private static double range(float[] values) {
    float[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length - 1] - sorted[0];
  }

  private static double difference(float[] actual, float[] expected) {
    assertThat(actual).hasSameSizeAs(expected);
    double largest = 0;
    for (int i = 0; i < actual.length; i++) {
      largest = Math.max(largest, Math.abs(actual[i] - expected[i]));
    }
    return largest;
  }
}
