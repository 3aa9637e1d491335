package dev.shardline.inspect.volume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.inspect.FilesInMemory;
import dev.shardline.inspect.Inspection;
import dev.shardline.volume.Affine;
import dev.shardline.volume.Volume;
import dev.shardline.volume.VolumeShape;
import dev.shardline.volume.nifti.NiftiWriter;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class NiftiInspectorTest {
  private static final Affine LAS = Affine.of(-2, 0, 0, 30, 0, 2, 0, -20, 0, 0, 3, -10);

  @Test
  void shapePlaceAndValuesAreTold() throws Exception {
    Inspection inspection = inspect("a.nii", nifti(brightToTheRight(LAS)));

    assertThat(inspection.format()).isEqualTo("NIfTI-1");
    assertThat(inspection.facts().path("shape").asText()).isEqualTo("24x24x24");
    assertThat(inspection.facts().path("orientation").asText()).isEqualTo("LAS");
    assertThat(inspection.facts().path("spacing-mm").get(2).asDouble()).isEqualTo(3);
    assertThat(inspection.facts().path("greatest").asDouble()).isEqualTo(100);
    assertThat(inspection.facts().path("nonzero-fraction").asDouble()).isCloseTo(0.5, within(1e-9));
    assertThat(inspection.facts().path("not-finite").asInt()).isZero();
  }

  @Test
  void thePatientsRightIsDrawnAtTheRightHoweverTheFileLies() throws Exception {
    for (Affine affine : new Affine[] {LAS, Affine.scaling(2, 2, 3)}) {
      BufferedImage sheet =
          inspect("a.nii", nifti(brightToTheRight(affine))).drawing().orElseThrow().draw();
      // The axial view is the first box: its quarter to the left is dark, to the right bright.
      assertThat(grey(sheet, 100, 180)).isLessThan(40);
      assertThat(grey(sheet, 280, 180)).isGreaterThan(200);
    }
  }

  @Test
  void theSamePictureIsDrawnTwice() throws Exception {
    byte[] file = nifti(brightToTheRight(LAS));
    assertThat(pixels(inspect("a.nii", file))).isEqualTo(pixels(inspect("a.nii", file)));
  }

  @Test
  void aPairIsReadFromEitherOfItsFiles() throws Exception {
    byte[] whole = nifti(brightToTheRight(LAS));
    byte[] header = java.util.Arrays.copyOf(whole, 348);
    header[345] = 'i';
    byte[] image = java.util.Arrays.copyOfRange(whole, 352, whole.length);
    java.nio.ByteBuffer.wrap(header).order(java.nio.ByteOrder.LITTLE_ENDIAN).putFloat(108, 0);
    FilesInMemory files = new FilesInMemory().with("a.hdr", header).with("a.img", image);

    assertThat(new NiftiInspector().inspect(files.open("a.img")).facts())
        .isEqualTo(new NiftiInspector().inspect(files.open("a.hdr")).facts());
    assertThatThrownBy(() ->
            new NiftiInspector().inspect(new FilesInMemory().with("b.hdr", header).open("b.hdr")))
        .isInstanceOf(MalformedDataException.class)
        .hasMessageContaining("b.img beside it");
  }

  private static int[] pixels(Inspection inspection) {
    BufferedImage image = inspection.drawing().orElseThrow().draw();
    return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
  }

  private static int grey(BufferedImage image, int x, int y) {
    return image.getRGB(x, y) & 0xFF;
  }

  private static Inspection inspect(String name, byte[] bytes) throws Exception {
    return new NiftiInspector().inspect(new FilesInMemory().with(name, bytes).open(name));
  }

  /// Voxels whose patient coordinate lies in the right half are 100.
  private static Volume brightToTheRight(Affine affine) {
    VolumeShape shape = new VolumeShape(24, 24, 24);
    float[] values = new float[(int) shape.voxels()];
    for (int i = 0; i < values.length; i++) {
      int x = i % 24;
      boolean right = affine.at(0, 0) < 0 ? x < 12 : x >= 12;
      values[i] = right ? 100 : 0;
    }
    return Volume.ofFloats(values, shape, affine);
  }

  private static byte[] nifti(Volume volume) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    NiftiWriter.write(volume, out);
    return out.toByteArray();
  }
}
