package dev.shardline.conformance.volume;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.conformance.RealData;
import dev.shardline.failure.MalformedDataException;
import dev.shardline.volume.DecodePolicy;
import dev.shardline.volume.Volume;
import dev.shardline.volume.VolumeShape;
import dev.shardline.volume.dicom.DicomSeriesReader;
import dev.shardline.volume.geometry.Reorientation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// One slice in every encoding that is read, and a scanner's time series.
class DicomConformanceTest {
  private static final String TEST_FILES = "mri/pydicom/src/pydicom/data/test_files/";

  private final DicomSeriesReader reader = new DicomSeriesReader(DecodePolicy.strict());

  @ParameterizedTest
  @ValueSource(strings = {"implicit", "bigendian", "RLE", "padded", "expb"})
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
}
