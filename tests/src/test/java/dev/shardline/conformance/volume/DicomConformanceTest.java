package dev.shardline.conformance.volume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.shardline.conformance.RealData;
import dev.shardline.dicom.DicomParser;
import dev.shardline.dicom.pixel.PixelFrames;
import dev.shardline.digest.Digest;
import dev.shardline.failure.MalformedDataException;
import dev.shardline.volume.DecodePolicy;
import dev.shardline.volume.Volume;
import dev.shardline.volume.VolumeShape;
import dev.shardline.volume.dicom.DicomOptions;
import dev.shardline.volume.dicom.DicomSeriesReader;
import dev.shardline.volume.geometry.Reorientation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// One slice in every encoding that is read, and a scanner's time series.
class DicomConformanceTest {
  private static final String TEST_FILES = "mri/pydicom/src/pydicom/data/test_files/";

  private final DicomSeriesReader reader =
      new DicomSeriesReader(DecodePolicy.strict(), DicomOptions.STANDARD);

  @ParameterizedTest
  @ValueSource(strings = {"implicit", "bigendian", "RLE", "padded", "expb", "jp2klossless"})
  void everyEncodingOfASliceHasTheSamePixelsAndPlace(String encoding) throws Exception {
    Volume explicit = read("MR_small.dcm");

    Volume other = read("MR_small_" + encoding + ".dcm");

    assertThat(other.toArray()).isEqualTo(explicit.toArray());
    assertThat(other.affine()).isEqualTo(explicit.affine());
  }

  private Volume read(String name) throws IOException, MalformedDataException {
    return reader.read(List.of(Files.readAllBytes(RealData.at(TEST_FILES + name))));
  }

  /// dcm2niix 1.0.20220720 gives the same shape and affine.
  @Test
  void aScannersTimeSeriesIsStackedAsDcm2niixDoes() throws Exception {
    List<byte[]> files = new ArrayList<>();
    Path folder = RealData.at("mri/dcm_qa_nih/In/20180918GE/mr_0004");
    try (var listed = Files.newDirectoryStream(folder, "*.dcm")) {
      for (Path file : listed) {
        files.add(Files.readAllBytes(file));
      }
    }

    Volume canonical = Reorientation.toCanonical(reader.read(files));

    assertThat(canonical.shape()).isEqualTo(new VolumeShape(64, 64, 15, 10));
    double[] origin = canonical.affine().apply(0, 0, 0);
    assertThat(origin[0]).isEqualTo(-118.125);
    assertThat((float) origin[1]).isEqualTo(-92.906f);
    assertThat(origin[2]).isEqualTo(-17.6875);
    assertThat(canonical.spacing().z()).isEqualTo(5);
  }

  /// pydicom 3.0.2 with pylibjpeg-openjpeg 2.6.0: the first half of the SHA-256 of
  /// `pixel_array.astype("<i4")`.
  @ParameterizedTest
  @CsvSource({
    "CT_small.dcm, df61a60dfc368c1da244f035ce15d34d",
    "MR_small.dcm, b8d9a6cee6ff2ea9edbe8b476e54b80c",
    "MR_small_RLE.dcm, b8d9a6cee6ff2ea9edbe8b476e54b80c",
    "MR_small_jp2klossless.dcm, b8d9a6cee6ff2ea9edbe8b476e54b80c",
    "JPEG2000.dcm, aaa27310e46c0603620ad0122bc8f894",
    "693_J2KI.dcm, ef7e87ffc722f7f9171381a2efb85972",
    "dicomdirtests/98892003/MR1/15820, d39226889d13c43a935e4ca503a1d09c"
  })
  void storedValuesEqualPydicoms(String name, String digest) throws Exception {
    byte[] file = Files.readAllBytes(RealData.at(TEST_FILES + name));

    int[] values = PixelFrames.of(DicomParser.parse(file)).read(0);

    ByteBuffer bytes =
        ByteBuffer.allocate(values.length * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asIntBuffer().put(values);
    assertThat(Digest.of(bytes.array()).hex()).startsWith(digest);
  }

  @ParameterizedTest
  @CsvSource({
    "JPGExtended.dcm, 12-bit extended JPEG",
    "MR_small_jpeg_ls_lossless.dcm, JPEG_LS_LOSSLESS",
    "JPEGLSNearLossless_16.dcm, JPEG_LS_NEAR_LOSSLESS",
    "SC_rgb_jpeg_dcmd.dcm, colour",
    "MR_truncated.dcm, bytes"
  })
  void whatIsNotReadIsRefusedByName(String name, String message) throws Exception {
    byte[] file = Files.readAllBytes(RealData.at(TEST_FILES + name));

    assertThatThrownBy(() -> PixelFrames.of(DicomParser.parse(file)).read(0))
        .isInstanceOf(MalformedDataException.class)
        .hasMessageContaining(message);
  }

  /// The canonical affines of nibabel 5.4.2: `as_closest_canonical` of the DICOM wrapper's affine,
  /// turned from LPS to RAS. Of the multi-frame file nibabel takes the slices' direction from the
  /// cosines, which have few digits; here it comes from the positions of the first and last slice.
  @ParameterizedTest
  @CsvSource({
    "siemens_dwi_1000, 128x128x48, '1.796875 0 0 -113.203125 0 1.796849844 -0.015708 -93.171151156"
        + " 0 0.009408438 2.999958 -79.905352562', 1e-6",
    "philips_mprage, 176x256x256, '0.99943547 -0.002201107 -0.033793509 -83.531749937 0 0.997885525"
        + " -0.064996287 -112.759086023 0.033865423 0.064959005 0.997313142 -134.384197903', 2e-3"
  })
  void mosaicsAndMultiFrameFilesLieWhereNibabelPutsThem(
      String name, String shape, String affine, double tolerance) throws Exception {
    Path path = RealData.at("mri/nibabel/nibabel/nicom/tests/data/" + name + ".dcm.gz");
    byte[] file;
    try (InputStream in = new GZIPInputStream(Files.newInputStream(path))) {
      file = in.readAllBytes();
    }

    Volume canonical = Reorientation.toCanonical(reader.read(List.of(file)));

    assertThat(canonical.shape()).hasToString(shape);
    String[] expected = affine.split(" ");
    double[] rows = canonical.affine().toArray();
    for (int i = 0; i < 12; i++) {
      assertThat(rows[i]).isCloseTo(Double.parseDouble(expected[i]), within(tolerance));
    }
  }
}
