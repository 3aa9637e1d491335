package dev.shardline.volume.nifti;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.volume.Affine;
import dev.shardline.volume.DecodePolicy;
import dev.shardline.volume.FloatVoxels;
import dev.shardline.volume.Volume;
import dev.shardline.volume.VolumeShape;
import dev.shardline.volume.VoxelType;
import dev.shardline.volume.geometry.Reorientation;
import java.io.ByteArrayOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NiftiWriterTest {
  private static final Affine AFFINE = Affine.of(-2, 0, 0, 5, 0, 3, 0, 6, 0, 0, 4, 7);

  private final NiftiReader reader = new NiftiReader(DecodePolicy.strict());

  @ParameterizedTest
  @EnumSource(VoxelType.class)
  void readingGivesBackWhatWasWritten(VoxelType type) throws Exception {
    float[] values = {0, 1, 2, 100, 127, 3, 4, 5};
    Volume volume = Volume.of(new FloatVoxels(values), new VolumeShape(2, 2, 2), AFFINE, type);

    for (byte[] file : new byte[][] {write(volume, false), write(volume, true)}) {
      Volume read = reader.read(file);
      assertThat(read.toArray()).containsExactly(values);
      assertThat(read.affine()).isEqualTo(AFFINE);
      assertThat(read.type().isInteger()).isEqualTo(type.isInteger() && type.bytes() < 8);
    }
  }

  @Test
  void writesTheOrderOfTheViewNotOfTheMemory() throws Exception {
    Volume volume = Volume.ofFloats(new float[] {1, 2, 3, 4}, new VolumeShape(2, 2, 1), AFFINE);

    Volume turned = Reorientation.toCanonical(volume);

    assertThat(reader.read(write(turned, false)).toArray()).containsExactly(2, 1, 4, 3);
  }

  @Test
  void writesTimeSeriesAndLongAxes() throws Exception {
    Volume series =
        Volume.ofFloats(new float[6], new VolumeShape(1, 1, 2, 3), AFFINE).withTimeStep(1.5);
    Volume longAxis = Volume.ofFloats(new float[40_000], new VolumeShape(40_000, 1, 1), AFFINE);

    assertThat(reader.read(write(series, true)).timeStepSeconds()).isEqualTo(1.5);
    assertThat(reader.read(write(longAxis, true)).shape().x()).isEqualTo(40_000);
    assertThat(NiftiReader.header(write(longAxis, false)).format()).isEqualTo("NIfTI-2");
  }

  @Test
  void writesTheSameBytesEveryTime() throws Exception {
    Volume volume = Volume.ofFloats(new float[1000], new VolumeShape(10, 10, 10), AFFINE);

    assertThat(write(volume, true)).isEqualTo(write(volume, true));
  }

  private static byte[] write(Volume volume, boolean compressed) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    if (compressed) {
      NiftiWriter.writeCompressed(volume, out);
    } else {
      NiftiWriter.write(volume, out);
    }
    return out.toByteArray();
  }
}
