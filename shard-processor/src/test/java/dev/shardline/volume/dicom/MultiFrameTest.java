package dev.shardline.volume.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shardline.dicom.DicomFile;
import dev.shardline.failure.MalformedDataException;
import dev.shardline.volume.Affine;
import dev.shardline.volume.DecodePolicy;
import dev.shardline.volume.Volume;
import dev.shardline.volume.VolumeShape;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Enhanced multi-frame files and Siemens mosaics.
class MultiFrameTest {
  private static final String EXPLICIT = "1.2.840.10008.1.2.1";
  private static final String IMPLICIT = "1.2.840.10008.1.2";

  private final DicomSeriesReader reader =
      new DicomSeriesReader(DecodePolicy.strict(), DicomOptions.STANDARD);

  private static DicomFile enhanced(String syntax, DicomFile... frames) {
    DicomFile measures = new DicomFile(syntax).text(0x0028_0030, "DS", "2\\3");
    DicomFile plane = new DicomFile(syntax).text(0x0020_0037, "DS", "1\\0\\0\\0\\1\\0");
    DicomFile shared =
        new DicomFile(syntax).sequence(0x0020_9116, plane).sequence(0x0028_9110, measures);
    DicomFile file = new DicomFile(syntax).text(0x0008_0008, "CS", "ORIGINAL");
    file.number(0x0028_0002, 1).text(0x0028_0004, "CS", "MONOCHROME2");
    file.text(0x0028_0008, "IS", frames.length + "");
    file.number(0x0028_0010, 1).number(0x0028_0011, 2);
    file.number(0x0028_0100, 16).number(0x0028_0101, 16).number(0x0028_0103, 0);
    return file.sequence(0x5200_9229, shared).sequence(0x5200_9230, frames);
  }

  private static DicomFile frame(String syntax, double z, int time, double slope) {
    ByteBuffer index = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(0, time);
    return new DicomFile(syntax)
        .sequence(0x0020_9111, new DicomFile(syntax).element(0x0020_9128, "UL", index.array()))
        .sequence(0x0020_9113, new DicomFile(syntax).text(0x0020_0032, "DS", "10\\20\\" + z))
        .sequence(
            0x0028_9145,
            new DicomFile(syntax).text(0x0028_1052, "DS", "0").text(0x0028_1053, "DS", slope + ""));
  }

  @Test
  void framesAreStackedByTheirOwnPositionsAndRescaledByTheirOwnSlopes() throws Exception {
    for (String syntax : List.of(EXPLICIT, IMPLICIT)) {
      byte[] file =
          enhanced(syntax, frame(syntax, 8, 1, 1), frame(syntax, 4, 1, 2), frame(syntax, 0, 1, 1))
              .shorts(80, 81, 40, 41, 0, 1)
              .bytes();

      Volume volume = reader.read(List.of(file));

      assertThat(volume.shape()).isEqualTo(new VolumeShape(2, 1, 3));
      assertThat(volume.toArray()).containsExactly(0, 1, 80, 82, 80, 81);
      assertThat(volume.affine()).isEqualTo(Affine.of(-3, 0, 0, -10, 0, -2, 0, -20, 0, 0, 4, 0));
    }
  }

  @Test
  void framesAtOnePositionFollowTheirTemporalIndex() throws Exception {
    byte[] file =
        enhanced(EXPLICIT, frame(EXPLICIT, 0, 2, 1), frame(EXPLICIT, 0, 1, 1))
            .shorts(20, 21, 10, 11)
            .bytes();

    Volume volume = reader.read(List.of(file));

    assertThat(volume.shape()).isEqualTo(new VolumeShape(2, 1, 1, 2));
    assertThat(volume.toArray()).containsExactly(10, 11, 20, 21);
  }

  /// A frame at z = 0 without an index in time but with one along a dimension.
  private static DicomFile weighted(int weighting) {
    ByteBuffer indices = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
    indices.putInt(1).putInt(weighting);
    DicomFile content = new DicomFile(EXPLICIT).element(0x0020_9157, "UL", indices.array());
    return new DicomFile(EXPLICIT)
        .sequence(0x0020_9111, content)
        .sequence(0x0020_9113, new DicomFile(EXPLICIT).text(0x0020_0032, "DS", "10\\20\\0"));
  }

  @Test
  void framesAtOnePositionFollowTheIndicesOfTheirDimensions() throws Exception {
    byte[] file = enhanced(EXPLICIT, weighted(7), weighted(2)).shorts(20, 21, 10, 11).bytes();
    byte[] twice = enhanced(EXPLICIT, weighted(2), weighted(2)).shorts(20, 21, 10, 11).bytes();

    assertThat(reader.read(List.of(file)).toArray()).containsExactly(10, 11, 20, 21);
    assertThatThrownBy(() -> reader.read(List.of(twice))).hasMessageContaining("a duplicate");
  }

  @Test
  void filesOfSeveralFramesAtOnePositionFollowTheirInstanceNumbers() throws Exception {
    DicomFile one = enhanced(EXPLICIT, frame(EXPLICIT, 0, 1, 1), frame(EXPLICIT, 4, 1, 1));
    DicomFile two = enhanced(EXPLICIT, frame(EXPLICIT, 0, 1, 1), frame(EXPLICIT, 4, 1, 1));
    byte[] first = one.text(0x0020_0013, "IS", "1").shorts(1, 2, 3, 4).bytes();
    byte[] second = two.text(0x0020_0013, "IS", "2").shorts(5, 6, 7, 8).bytes();

    Volume volume = reader.read(List.of(second, first));

    assertThat(volume.shape()).isEqualTo(new VolumeShape(2, 1, 2, 2));
    assertThat(volume.toArray()).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
  }

  private static DicomFile echo(DicomFile frame, double milliseconds) {
    ByteBuffer time = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
    return frame.sequence(
        0x0018_9114,
        new DicomFile(EXPLICIT).element(0x0018_9082, "FD", time.putDouble(milliseconds).array()));
  }

  private static DicomFile component(DicomFile frame, String component) {
    return frame.sequence(0x0018_9226, new DicomFile(EXPLICIT).text(0x0008_9208, "CS", component));
  }

  @Test
  void echoesAreNoTimePoints() throws Exception {
    byte[] one =
        enhanced(EXPLICIT, echo(frame(EXPLICIT, 0, 1, 1), 10), echo(frame(EXPLICIT, 0, 2, 1), 10))
            .shorts(1, 2, 3, 4)
            .bytes();
    byte[] two =
        enhanced(
                EXPLICIT, echo(frame(EXPLICIT, 0, 1, 1), 10), echo(frame(EXPLICIT, 0, 2, 1), 12.46))
            .shorts(1, 2, 3, 4)
            .bytes();

    assertThat(reader.read(List.of(one)).shape().timePoints()).isEqualTo(2);
    assertThatThrownBy(() -> reader.read(List.of(two)))
        .isInstanceOf(MalformedDataException.class)
        .hasMessageContaining("slices of one EchoTime, found a mixture of 10.0, 12.46");
  }

  @Test
  void phasesAreNoTimePointsOfMagnitudes() {
    byte[] both =
        enhanced(
                EXPLICIT,
                component(frame(EXPLICIT, 0, 1, 1), "MAGNITUDE"),
                component(frame(EXPLICIT, 0, 2, 1), "PHASE"))
            .shorts(1, 2, 3, 4)
            .bytes();

    assertThatThrownBy(() -> reader.read(List.of(both)))
        .isInstanceOf(MalformedDataException.class)
        .hasMessageContaining("of one ComplexImageComponent, found a mixture of MAGNITUDE, PHASE");
  }

  @Test
  void theTimeStepIsWhereverTheRepetitionTimeIs() throws Exception {
    DicomFile timing = new DicomFile(EXPLICIT).text(0x0018_0080, "DS", "3010");
    DicomFile first = frame(EXPLICIT, 0, 1, 1).sequence(0x0018_9112, timing);
    byte[] file = enhanced(EXPLICIT, first, frame(EXPLICIT, 0, 2, 1)).shorts(1, 2, 3, 4).bytes();

    assertThat(reader.read(List.of(file)).timeStepSeconds()).isEqualTo(3.01);
  }

  @Test
  void aMissingFunctionalGroupIsRefused() {
    byte[] file =
        enhanced(EXPLICIT, frame(EXPLICIT, 0, 1, 1), frame(EXPLICIT, 2, 1, 1))
            .text(0x0028_0008, "IS", "3")
            .shorts(1, 2, 3, 4, 5, 6)
            .bytes();

    assertThatThrownBy(() -> reader.read(List.of(file)))
        .isInstanceOf(MalformedDataException.class)
        .hasMessageContaining("an item for each of 3 frames, found 2");
  }

  /// Tiles of 2 x 2 pixels, 2 tiles a side, three of them slices.
  private static DicomFile mosaic(double z, int instance) {
    return DicomFile.withoutPixels(EXPLICIT, z, instance, 4, 4)
        .text(0x0008_0008, "CS", "ORIGINAL\\PRIMARY\\MOSAIC")
        .text(0x0018_0088, "DS", "5")
        .shorts(1, 2, 11, 12, 3, 4, 13, 14, 21, 22, 0, 0, 23, 24, 0, 0);
  }

  @Test
  void aMosaicIsCutIntoItsSlices() throws Exception {
    byte[] file = mosaic(7, 1).number(0x0019_100A, 3).bytes();

    Volume volume = reader.read(List.of(file));

    assertThat(volume.toArray()).containsExactly(1, 2, 3, 4, 11, 12, 13, 14, 21, 22, 23, 24);
    // the mosaic's corner lies half a tile's difference before that of its slices: 3 and 2 mm
    assertThat(volume.affine()).isEqualTo(Affine.of(-3, 0, 0, -13, 0, -2, 0, -22, 0, 0, 5, 7));
  }

  @Test
  void mosaicsOfOnePositionAreTimePoints() throws Exception {
    byte[] one = mosaic(7, 1).number(0x0019_100A, 3).bytes();
    byte[] two = mosaic(7, 2).number(0x0019_100A, 3).bytes();

    assertThat(reader.read(List.of(two, one)).shape()).isEqualTo(new VolumeShape(2, 2, 3, 2));
  }

  @Test
  void theScannersOwnHeaderSaysHowSlicesRun() throws Exception {
    byte[] file =
        mosaic(7, 1)
            .element(
                0x0029_1010,
                "OB",
                csa(
                    "NumberOfImagesInMosaic",
                    List.of("3"),
                    "SliceNormalVector",
                    List.of("0", "0", "-1")))
            .bytes();

    Volume volume = reader.read(List.of(file));

    assertThat(volume.toArray()).containsExactly(21, 22, 23, 24, 11, 12, 13, 14, 1, 2, 3, 4);
    assertThat(volume.affine()).isEqualTo(Affine.of(-3, 0, 0, -13, 0, -2, 0, -22, 0, 0, 5, -3));
  }

  @Test
  void aMosaicWithoutItsNumberOfImagesIsRefused() {
    assertThatThrownBy(() -> reader.read(List.of(mosaic(7, 1).bytes())))
        .isInstanceOf(MalformedDataException.class)
        .hasMessageContaining("a number of images that divides 4 x 4 pixels");
  }

  @Test
  void anyBytesGiveAVolumeOrARefusal() {
    byte[] mosaic =
        mosaic(7, 1)
            .element(
                0x0029_1010,
                "OB",
                csa("NumberOfImagesInMosaic", List.of("3"), "SliceNormalVector", List.of("0")))
            .bytes();
    byte[] enhanced =
        enhanced(EXPLICIT, frame(EXPLICIT, 0, 1, 1), frame(EXPLICIT, 2, 1, 1))
            .shorts(1, 2, 3, 4)
            .bytes();
    Random random = new Random(8);
    int refused = 0;
    for (int round = 0; round < 10_000; round++) {
      byte[] damaged = (round % 2 == 0 ? mosaic : enhanced).clone();
      for (int change = random.nextInt(6); change >= 0; change--) {
        damaged[128 + random.nextInt(damaged.length - 128)] = (byte) random.nextInt();
      }
      try {
        assertThat(reader.read(List.of(damaged)).shape().voxels()).isLessThan(100_000);
      } catch (MalformedDataException e) {
        refused++;
      }
    }
    assertThat(refused).isBetween(1_000, 9_999);
  }

  private static byte[] csa(String name, List<String> values, String other, List<String> others) {
    ByteBuffer bytes = ByteBuffer.allocate(2000).order(ByteOrder.LITTLE_ENDIAN);
    bytes.put("SV10".getBytes(StandardCharsets.US_ASCII)).putInt(0).putInt(2).putInt(77);
    csaTag(bytes, name, values);
    csaTag(bytes, other, others);
    return Arrays.copyOf(bytes.array(), bytes.position());
  }

  private static void csaTag(ByteBuffer bytes, String name, List<String> values) {
    bytes.put(Arrays.copyOf(name.getBytes(StandardCharsets.US_ASCII), 64));
    bytes.putInt(values.size()).putInt(0).putInt(0).putInt(values.size() + 1).putInt(77);
    for (String value : values) {
      bytes.putInt(0).putInt(value.length()).putInt(77).putInt(0);
      bytes.put(Arrays.copyOf(value.getBytes(StandardCharsets.US_ASCII), value.length() + 3 & ~3));
    }
    bytes.putInt(0).putInt(0).putInt(77).putInt(0);
  }
}
