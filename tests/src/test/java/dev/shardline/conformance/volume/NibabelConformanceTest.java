package dev.shardline.conformance.volume;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.data.Tensor;
import dev.shardline.volume.Volume;
import dev.shardline.volume.VolumeTensors;
import dev.shardline.volume.VolumeTensors.AxisOrder;
import dev.shardline.volume.geometry.Reorientation;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Reading and canonical orientation: every voxel equal, affines to 1e-6.
class NibabelConformanceTest {

  static Stream<VolumeReference> canonical() throws IOException {
    return VolumeReference.named("__ras");
  }

  @ParameterizedTest
  @MethodSource("canonical")
  void canonicalVolumesAreNibabels(VolumeReference reference) throws Exception {
    Volume source = reference.source();
    assertThat(source.affine().distanceTo(reference.affine("src_affine"))).isLessThan(1e-6);

    Volume canonical = Reorientation.toCanonical(source);

    assertThat(canonical.affine().distanceTo(reference.affine("ras_affine"))).isLessThan(1e-6);
    Tensor tensor = VolumeTensors.of(canonical, AxisOrder.XYZ);
    assertThat(sha256(tensor.bytes()))
        .isEqualTo(reference.entry().get("ras_f32_sha256_Corder").asText());
  }

  private static String sha256(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }
}
