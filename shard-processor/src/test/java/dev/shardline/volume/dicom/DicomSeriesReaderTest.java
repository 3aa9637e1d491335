package dev.shardline.volume.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shardline.dicom.DicomFile;
import dev.shardline.dicom.DicomParser;
import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import dev.shardline.volume.Affine;
import dev.shardline.volume.DecodePolicy;
import dev.shardline.volume.Volume;
import dev.shardline.volume.VolumeShape;
import dev.shardline.volume.dicom.DicomOptions.BurnedIn;
import dev.shardline.volume.dicom.DicomOptions.Monochrome1;
import dev.shardline.volume.dicom.DicomOptions.Padding;
import dev.shardline.volume.dicom.DicomOptions.Window;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DicomSeriesReaderTest {
  private static final String EXPLICIT = "1.2.840.10008.1.2.1";

  private final DicomSeriesReader reader =
      new DicomSeriesReader(DecodePolicy.strict(), DicomOptions.STANDARD);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.2.840.10008.1.2",
        "1.2.840.10008.1.2.1",
        "1.2.840.10008.1.2.1.99",
        "1.2.840.10008.1.2.2",
        "1.2.840.10008.1.2.5"
      })
  void everyReadSyntaxGivesTheSamePixels(String syntax) throws Exception {
    Volume volume = reader.read(List.of(DicomFile.slice(syntax, 5, 1, 100).bytes()));

    assertThat(volume.shape()).isEqualTo(new VolumeShape(4, 3, 1));
    assertThat(volume.toArray())
        .containsExactly(100, 101, 102, 103, 104, 105, 106, 107, 108, 109, 110, 111);
  }

  @Test
  void filesWithoutPreambleAndMetaInformationAreRead() throws Exception {
    for (String syntax : List.of("1.2.840.10008.1.2", EXPLICIT)) {
      byte[] bare = DicomFile.slice(syntax, 5, 1, 7).bare();

      assertThat(DicomParser.isDicom(bare)).isTrue();
      assertThat(reader.read(List.of(bare)).at(3, 2, 0)).isEqualTo(18);
    }
  }

  @Test
  void dataThatAreNotInTheNamedFormAreReadAsTheyAre() throws Exception {
    String implicit = "1.2.840.10008.1.2";
    byte[] notExplicit = DicomFile.slice(implicit, 5, 1, 7).bytesNaming(EXPLICIT);
    byte[] notImplicit = DicomFile.slice(EXPLICIT, 5, 1, 7).bytesNaming(implicit);

    assertThat(reader.read(List.of(notExplicit)).at(3, 2, 0)).isEqualTo(18);
    assertThat(reader.read(List.of(notImplicit)).at(3, 2, 0)).isEqualTo(18);
  }

  @Test
  void slicesAreSortedByPositionWhateverTheirNumbers() throws Exception {
    Volume volume = reader.read(List.of(slice(9, 1, 300), slice(1, 3, 100), slice(5, 2, 200)));

    assertThat(volume.at(0, 0, 0)).isEqualTo(100);
    assertThat(volume.at(0, 0, 2)).isEqualTo(300);
    // x runs left and y back in DICOM, right and front here
    assertThat(volume.affine()).isEqualTo(Affine.of(-3, 0, 0, -10, 0, -2, 0, -20, 0, 0, 4, 1));
  }

  @Test
  void filesAtTheSamePositionsAreTimePoints() throws Exception {
    Volume volume =
        reader.read(List.of(slice(4, 4, 40), slice(0, 3, 30), slice(4, 2, 20), slice(0, 1, 10)));

    assertThat(volume.shape()).isEqualTo(new VolumeShape(4, 3, 2, 2));
    assertThat(volume.at(0, 0, 0, 0)).isEqualTo(10);
    assertThat(volume.at(0, 0, 1, 1)).isEqualTo(40);
  }

  @Test
  void gapsDuplicatesAndMixturesAreRefused() {
    refuses("a gap", slice(0, 1, 0), slice(2, 2, 0), slice(6, 3, 0));
    refuses("a duplicate", slice(0, 1, 0), slice(0, 1, 5));
    refuses("ImagePositionPatient", withTag(0x0020_0032, "DS", ""));
    refuses("2 at 0.0 mm", slice(0, 1, 0), slice(0, 2, 0), slice(-2, 3, 0));
    byte[] other = DicomFile.slice(EXPLICIT, 2, 2, 0).text(0x0020_000E, "UI", "9.9").bytes();
    refuses("a mixture", slice(0, 1, 0), other);
    byte[] tilted = DicomFile.slice(EXPLICIT, 2, 2, 0).text(0x0020_0032, "DS", "10\\21\\2").bytes();
    refuses("a tilted gantry", slice(0, 1, 0), tilted);
  }

  @Test
  void whatIsNotReadIsRefusedByName() {
    refuses("JPEG_LS_LOSSLESS", DicomFile.slice("1.2.840.10008.1.2.4.80", 0, 1, 0).bytes());
    refuses("found 1.2.3.4", DicomFile.slice("1.2.3.4", 0, 1, 0).bytes());
    refuses("colour", DicomFile.slice(EXPLICIT, 0, 1, 0).number(0x0028_0002, 3).bytes());
    refuses("YES", DicomFile.slice(EXPLICIT, 0, 1, 0).text(0x0028_0301, "CS", "YES").bytes());
    refuses("found something else", DicomFile.slice("DOE JOHN", 0, 1, 0).bytes());
    DicomFile empty = new DicomFile(EXPLICIT);
    refuses(
        "ModalityLUTSequence",
        DicomFile.slice(EXPLICIT, 0, 1, 0).sequence(0x0028_3000, empty).bytes());
    refuses(
        "bytes for 60000 x 4",
        DicomFile.slice(EXPLICIT, 0, 1, 0).number(0x0028_0010, 60000).bytes());
  }

  @Test
  void aFewZerosBehindTheLastElementDoNotMatter() throws Exception {
    byte[] file = slice(0, 1, 7);

    byte[] padded = Arrays.copyOf(file, file.length + 3);

    assertThat(reader.read(List.of(padded)).at(3, 2, 0)).isEqualTo(18);
    padded[file.length] = 1;
    refuses("found 3", padded);
  }

  @Test
  void orientationsThatAreNoDirectionCosinesAreRefused() {
    for (String orientation : List.of("2\\0\\0\\0\\2\\0", "1\\0\\0\\1\\0\\0", "0\\0\\0\\0\\0\\0")) {
      refuses("two directions of length 1", withTag(0x0020_0037, "DS", orientation));
    }
  }

  @Test
  void valuesAreRescaled() throws Exception {
    byte[] file =
        DicomFile.slice(EXPLICIT, 0, 1, 10)
            .text(0x0028_1052, "DS", "-5")
            .text(0x0028_1053, "DS", "0.5")
            .bytes();

    assertThat(reader.read(List.of(file)).at(1, 0, 0)).isEqualTo(0.5f);
  }

  @Test
  void aVolumeOfSeveralSlopesIsNotOneOfIntegers() throws Exception {
    byte[] scaled = DicomFile.slice(EXPLICIT, 4, 2, 1).text(0x0028_1053, "DS", "0.5").bytes();

    Volume volume = reader.read(List.of(slice(0, 1, 0), scaled));

    assertThat(volume.type().isInteger()).isFalse();
    assertThat(volume.at(0, 0, 1)).isEqualTo(0.5f);
  }

  @Test
  void echoTimesAreComparedAsNumbers() throws Exception {
    byte[] one = DicomFile.slice(EXPLICIT, 0, 1, 0).text(0x0018_0081, "DS", "2.3").bytes();
    byte[] same = DicomFile.slice(EXPLICIT, 4, 2, 0).text(0x0018_0081, "DS", "2.30").bytes();
    byte[] other = DicomFile.slice(EXPLICIT, 4, 2, 0).text(0x0018_0081, "DS", "4.6").bytes();

    assertThat(reader.read(List.of(one, same)).shape().z()).isEqualTo(2);
    refuses("slices of one EchoTime, found a mixture of 2.3, 4.6", one, other);
    refuses("slices of one EchoTime, found a mixture of 2.3, none", one, slice(4, 2, 0));
  }

  @Test
  void phasesAreNoTimePointsOfMagnitudes() throws Exception {
    byte[] magnitude = typed("ORIGINAL\\PRIMARY\\M_FFE\\M\\FFE", 1);
    byte[] phase = typed("ORIGINAL\\PRIMARY\\PHASE MAP\\P\\FFE", 2);
    byte[] other = typed("DERIVED\\PRIMARY\\DIFFUSION\\TRACEW", 2);

    assertThat(reader.read(List.of(magnitude, other)).shape().timePoints()).isEqualTo(2);
    refuses("of one ComplexImageComponent, found a mixture of MAGNITUDE, PHASE", magnitude, phase);
    refuses("found a mixture of IMAGINARY, REAL", ofGe(2, 1), ofGe(3, 2));
  }

  private static byte[] ofGe(int type, int instance) {
    return DicomFile.slice(EXPLICIT, 0, instance, 0)
        .text(0x0008_0070, "LO", "GE MEDICAL SYSTEMS")
        .number(0x0043_102F, type)
        .bytes();
  }

  private static byte[] typed(String imageType, int instance) {
    return DicomFile.slice(EXPLICIT, 0, instance, 0).text(0x0008_0008, "CS", imageType).bytes();
  }

  @Test
  void whatIsNoPictureIsPassedOver() throws Exception {
    byte[] raw = object("1.2.840.10008.5.1.4.1.1.66");
    byte[] sized = DicomFile.withoutPixels(EXPLICIT, 0, 1, 2, 2).bytes();
    byte[] damaged = object("1.2.840.10008.5.1.4.1.1.4");
    byte[] directory =
        new DicomFile(EXPLICIT).sequence(0x0004_1220, new DicomFile(EXPLICIT)).bytes();

    Volume volume = reader.read(List.of(raw, slice(0, 1, 10), slice(4, 2, 20)));

    assertThat(volume.shape()).isEqualTo(new VolumeShape(4, 3, 2));
    refuses("pictures in the series, found only files without", raw);
    refuses("pictures in the series, found only files without", directory);
    refuses("Rows", damaged, slice(0, 1, 10));
    refuses("PixelData", sized);
  }

  private static byte[] object(String sopClass) {
    return new DicomFile(EXPLICIT)
        .text(0x0008_0016, "UI", sopClass)
        .text(0x0020_000E, "UI", "1.2.3")
        .bytes();
  }

  @Test
  void aWindowSpreadsItsGreyLevelsOverZeroToOne() throws Exception {
    DicomSeriesReader given =
        new DicomSeriesReader(DecodePolicy.strict(), DicomOptions.STANDARD.withWindow(105.5, 5));

    float[] values = given.read(List.of(slice(0, 1, 100))).toArray();

    // PS3.3, C.11.2.1.2.1: half of width - 1 on either side of centre - 0.5
    assertThat(values).startsWith(0, 0, 0, 0, 0.25f, 0.5f, 0.75f, 1).endsWith(1, 1);
  }

  @Test
  void theFilesOwnWindowMustBeThere() throws Exception {
    DicomSeriesReader own =
        new DicomSeriesReader(
            DecodePolicy.strict(),
            new DicomOptions(Window.FILE, 0, 1, Padding.KEEP, Monochrome1.INVERT, BurnedIn.REFUSE));
    byte[] windowed =
        DicomFile.slice(EXPLICIT, 0, 1, 100)
            .text(0x0028_1050, "DS", "105.5\\7")
            .text(0x0028_1051, "DS", "5\\9")
            .bytes();

    assertThat(own.read(List.of(windowed)).at(1, 1, 0)).isEqualTo(0.5f);
    assertThatThrownBy(() -> own.read(List.of(slice(0, 1, 0)))).hasMessageContaining("WindowWidth");
  }

  @Test
  void theFilesOwnWindowMayRiseFromEdgeToEdgeOrAlongACurve() throws Exception {
    DicomSeriesReader own =
        new DicomSeriesReader(
            DecodePolicy.strict(),
            new DicomOptions(Window.FILE, 0, 1, Padding.KEEP, Monochrome1.INVERT, BurnedIn.REFUSE));

    float[] exact = own.read(List.of(windowed("LINEAR_EXACT", "4"))).toArray();
    float[] sigmoid = own.read(List.of(windowed("SIGMOID", "0.5"))).toArray();

    // PS3.3, C.11.2.1.3
    assertThat(exact).startsWith(0, 0, 0, 0, 0.25f, 0.5f, 0.75f, 1).endsWith(1, 1);
    assertThat(sigmoid[5]).isEqualTo(0.5f);
    assertThat(sigmoid[6]).isEqualTo((float) (1 / (1 + Math.exp(-8))));
    assertThatThrownBy(() -> own.read(List.of(windowed("CUBIC", "4"))))
        .hasMessageContaining("VOILUTFunction: expected LINEAR, LINEAR_EXACT or SIGMOID");
    assertThatThrownBy(() -> own.read(List.of(windowed("LINEAR", "0.5"))))
        .hasMessageContaining("a window of at least 1");
  }

  private static byte[] windowed(String shape, String width) {
    return DicomFile.slice(EXPLICIT, 0, 1, 100)
        .text(0x0028_1050, "DS", "105")
        .text(0x0028_1051, "DS", width)
        .text(0x0028_1056, "CS", shape)
        .bytes();
  }

  @Test
  void paddingBecomesTheLowestOtherValue() throws Exception {
    DicomSeriesReader lowest =
        new DicomSeriesReader(
            DecodePolicy.strict(),
            new DicomOptions(
                Window.NONE, 0, 1, Padding.LOWEST, Monochrome1.INVERT, BurnedIn.REFUSE));
    byte[] file = withTag(0x0028_0120, "US", new byte[] {100, 0});

    assertThat(lowest.read(List.of(file)).toArray()).startsWith(101, 101, 102);
    assertThat(reader.read(List.of(file)).toArray()).startsWith(100, 101, 102);
  }

  @Test
  void monochrome1IsTurnedOverUnlessAskedOtherwise() throws Exception {
    byte[] file =
        DicomFile.slice(EXPLICIT, 0, 1, 10)
            .number(0x0028_0101, 8)
            .number(0x0028_0103, 0)
            .text(0x0028_0004, "CS", "MONOCHROME1")
            .bytes();
    DicomSeriesReader keeping =
        new DicomSeriesReader(
            DecodePolicy.strict(),
            new DicomOptions(Window.NONE, 0, 1, Padding.KEEP, Monochrome1.KEEP, BurnedIn.REFUSE));

    assertThat(reader.read(List.of(file)).at(0, 0, 0)).isEqualTo(245);
    assertThat(keeping.read(List.of(file)).at(0, 0, 0)).isEqualTo(10);
  }

  @Test
  void filesWithoutAPositionAreGuessedOnlyWhenThatIsAccepted() throws Exception {
    DicomSeriesReader lenient =
        new DicomSeriesReader(DecodePolicy.lenient(), DicomOptions.STANDARD);
    byte[] one = withoutPosition(1);
    byte[] two = withoutPosition(2);

    assertThat(lenient.read(List.of(two, one)).shape()).isEqualTo(new VolumeShape(4, 3, 2));
    refuses(
        "expected where the slice lies (with `missing-geometry: assume` that is guessed), found"
            + " nothing",
        one,
        two);
  }

  private static byte[] withoutPosition(int instance) {
    return DicomFile.slice(EXPLICIT, 0, instance, 0).text(0x0020_0032, "DS", "").bytes();
  }

  private static byte[] withTag(int tag, String form, String value) {
    return DicomFile.slice(EXPLICIT, 0, 1, 100).text(tag, form, value).bytes();
  }

  private static byte[] withTag(int tag, String form, byte[] value) {
    return DicomFile.slice(EXPLICIT, 0, 1, 100).element(tag, form, value).bytes();
  }

  @Test
  void everyTruncationIsRefused() {
    for (String syntax : List.of("1.2.840.10008.1.2", "1.2.840.10008.1.2.5")) {
      byte[] file = DicomFile.slice(syntax, 0, 1, 0).bytes();
      for (int length = 133; length < file.length; length++) {
        byte[] cut = Arrays.copyOf(file, length);
        assertThatThrownBy(() -> reader.read(List.of(cut)))
            .isInstanceOf(MalformedDataException.class);
      }
    }
  }

  @Test
  void anyBytesGiveAVolumeOrARefusal() {
    Random random = new Random(5);
    for (String syntax : List.of("1.2.840.10008.1.2", EXPLICIT, "1.2.840.10008.1.2.5")) {
      byte[] valid = DicomFile.slice(syntax, 0, 1, 0).bytes();
      for (int i = 0; i < 5_000; i++) {
        byte[] fuzzed = valid.clone();
        for (int flips = random.nextInt(8); flips >= 0; flips--) {
          fuzzed[128 + random.nextInt(fuzzed.length - 128)] = (byte) random.nextInt();
        }
        try {
          assertThat(reader.read(List.of(fuzzed)).shape().voxels()).isLessThan(10_000);
        } catch (MalformedDataException e) {
          assertThat(e.field()).isNotEmpty();
        }
      }
    }
  }

  private void refuses(String message, byte[]... files) {
    assertThatThrownBy(() -> reader.read(List.of(files)))
        .isInstanceOfSatisfying(
            MalformedDataException.class, e -> assertThat(e.reason()).isNotEqualTo(Reason.EMPTY))
        .hasMessageContaining(message);
  }

  private static byte[] slice(double z, int instance, int first) {
    return DicomFile.slice(EXPLICIT, z, instance, first).bytes();
  }
}
