package dev.shardline.volume.nifti;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shardline.dicom.DicomFile;
import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import dev.shardline.volume.DecodePolicy;
import dev.shardline.volume.DecodePolicy.MissingGeometry;
import dev.shardline.volume.DecodePolicy.NonFinite;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NiftiMalformedTest {
  private static final ByteOrder LE = ByteOrder.LITTLE_ENDIAN;

  private final NiftiReader reader = new NiftiReader(DecodePolicy.strict());

  @Test
  void namesFieldOffsetExpectedAndFound() {
    refuses(header -> header.putShort(40, (short) 9), Reason.MALFORMED, "dim[0]", 40, "found 9");
    refuses(header -> header.putShort(40, (short) 0), Reason.MALFORMED, "dim[0]", 40, "found 0");
    refuses(header -> header.putShort(40, (short) 1), Reason.WRONG_KIND, "dim[0]", 40, "found 1");
    refuses(header -> header.putShort(44, (short) 0), Reason.MALFORMED, "dim[2]", 44, "found 0");
    refuses(header -> header.putShort(42, (short) -7), Reason.MALFORMED, "dim[1]", 42, "found -7");
    refuses(header -> header.putShort(70, (short) 3), Reason.MALFORMED, "datatype", 70, "found 3");
    refuses(header -> header.putFloat(108, 100), Reason.MALFORMED, "vox_offset", 108, "found 100");
    refuses(header -> header.putFloat(108, -1), Reason.MALFORMED, "vox_offset", 108, "found -1");
    refuses(
        header -> header.putFloat(108, Float.NaN),
        Reason.MALFORMED,
        "vox_offset",
        108,
        "found NaN");
    refuses(header -> header.putInt(0, 7), Reason.MALFORMED, "sizeof_hdr", 0, "found 7");
    refuses(header -> header.put(344, (byte) 'x'), Reason.MALFORMED, "magic", 344, "found bytes");
    refuses(header -> header.putInt(344, 0), Reason.UNSUPPORTED, "magic", 344, "ANALYZE");
    refuses(
        header -> header.putFloat(112, 2).putFloat(116, Float.NaN),
        Reason.MALFORMED,
        "scl_inter",
        116,
        "found NaN");
    refuses(
        header -> header.putShort(254, (short) 0).putFloat(84, Float.NaN),
        Reason.MALFORMED,
        "pixdim[2]",
        84,
        "NaN");
  }

  @Test
  void refusesDimensionsThatTheFileCannotHold() {
    refuses(header -> header.putShort(46, (short) 3), Reason.TRUNCATED, "dim", 40, "2x2x3");
    refuses(
        header -> header.putShort(42, (short) 30000).putShort(44, (short) 30000),
        Reason.TRUNCATED,
        "dim",
        40,
        "a file that holds at most");
    refuses(
        header ->
            header.putShort(42, (short) 32767).putShort(44, (short) 32767).putShort(46, (short) 9),
        Reason.TOO_LARGE,
        "dim",
        40,
        "32767x32767x9");
  }

  @Test
  void refusesVolumesBeyondTheLimitBeforeTheyAreRead() {
    NiftiReader limited =
        new NiftiReader(new DecodePolicy(31, MissingGeometry.REFUSE, NonFinite.REFUSE));

    assertMalformed(
        () -> limited.read(NiftiFile.nifti1(LE, 2, 2, 2).bytes()),
        Reason.TOO_LARGE,
        "dim",
        40,
        "2x2x2, 32 bytes");
  }

  @Test
  void refusesSformsThatAreZeroOrSingularOrNoNumbers() {
    refuses(
        header -> header.put(280, new byte[48]), Reason.MALFORMED, "srow", 280, "independent axes");
    refuses(
        header -> header.putFloat(280, 0).putFloat(284, 1),
        Reason.MALFORMED,
        "srow",
        280,
        "independent axes");
    refuses(
        header -> header.putFloat(292, Float.NaN), Reason.MALFORMED, "srow[3]", 292, "found NaN");
  }

  @Test
  void refusesMissingGeometryAndImpossibleQuaternions() {
    refuses(
        header -> header.putShort(254, (short) 0),
        Reason.MALFORMED,
        "sform_code, qform_code",
        252,
        "both codes 0");
    refuses(
        header -> header.putShort(254, (short) 0).putShort(252, (short) 1).putFloat(256, 2),
        Reason.MALFORMED,
        "quatern",
        256,
        "unit quaternion");
  }

  @Test
  void refusesTypesWithoutOneRealNumberByName() {
    refuses(
        header -> header.putShort(70, (short) 32), Reason.UNSUPPORTED, "datatype", 70, "complex64");
    refuses(
        header -> header.putShort(70, (short) 128), Reason.UNSUPPORTED, "datatype", 70, "rgb24");
    refuses(
        header -> header.putShort(70, (short) 1536),
        Reason.UNSUPPORTED,
        "datatype",
        70,
        "float128");
  }

  @Test
  void refusesFilesOfFiveDimensions() {
    byte[] file = NiftiFile.nifti1(LE, 1, 1, 1, 1, 3).bytes();

    assertMalformed(() -> reader.read(file), Reason.WRONG_KIND, "dim[5]", 50, "found 3");
  }

  @Test
  void refusesNotANumberWithItsPlace() {
    ByteBuffer values = ByteBuffer.allocate(16).order(LE);
    values.putFloat(0, 1).putFloat(4, Float.NaN).putFloat(12, Float.NEGATIVE_INFINITY);
    byte[] file = NiftiFile.nifti1(LE, 4, 1, 1).type(16).voxels(values.array()).bytes();

    assertMalformed(
        () -> reader.read(file),
        Reason.NOT_FINITE,
        "voxel 1",
        -1,
        "2 of 4 not finite, the first NaN");
  }

  @Test
  void replacesNotANumberByZeroIfToldTo() throws Exception {
    ByteBuffer values = ByteBuffer.allocate(8).order(LE).putFloat(0, 1).putFloat(4, Float.NaN);
    byte[] file = NiftiFile.nifti1(LE, 2, 1, 1).type(16).voxels(values.array()).bytes();
    DecodePolicy zero = new DecodePolicy(100, MissingGeometry.REFUSE, NonFinite.ZERO);

    assertThat(new NiftiReader(zero).read(file).toArray()).containsExactly(1, 0);
  }

  @Test
  void refusesEmptyAndTruncatedFilesPlainAndCompressed() {
    byte[] file = NiftiFile.nifti1(LE, 5, 5, 5).bytes();
    byte[] compressed = NiftiFile.gzip(file);

    assertThatThrownBy(() -> reader.read(new byte[0]))
        .isInstanceOfSatisfying(
            MalformedDataException.class, e -> assertThat(e.reason()).isEqualTo(Reason.EMPTY));
    for (byte[] whole : new byte[][] {file, compressed}) {
      for (int length = 2; length < whole.length; length++) {
        byte[] cut = Arrays.copyOf(whole, length);
        assertThatThrownBy(() -> reader.read(cut))
            .isInstanceOfSatisfying(
                MalformedDataException.class,
                e -> assertThat(e.reason()).isEqualTo(Reason.TRUNCATED));
      }
    }
  }

  @Test
  void refusesHalfOfAPairAsASingleFileAndTheOtherWayRound() {
    NiftiFile file = NiftiFile.nifti1(LE, 1, 1, 1);
    byte[] single = file.bytes();
    byte[] pair = file.pairHeader();

    assertMalformed(() -> reader.read(pair), Reason.WRONG_KIND, "magic", 344, "header of a pair");
    assertMalformed(
        () -> reader.readPair(single, new byte[2]), Reason.WRONG_KIND, "magic", 344, "in one file");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void compressedDicomIsNamedByTheWholeFileAndByItsBeginning(boolean bare) {
    DicomFile slice = DicomFile.slice("1.2.840.10008.1.2.1", 5, 1, 100);
    byte[] file = NiftiFile.gzip(bare ? slice.bare() : slice.bytes());

    String expected = "found DICOM, which is read decompressed (gunzip it), and not as a mask";
    assertMalformed(() -> reader.read(file), Reason.UNSUPPORTED, "sizeof_hdr", 0, expected);
    assertMalformed(() -> NiftiReader.header(file), Reason.UNSUPPORTED, "sizeof_hdr", 0, expected);
  }

  @Test
  void survivesAnyHeader() {
    Random random = new Random(11);
    byte[] valid = NiftiFile.nifti1(LE, 4, 4, 4).bytes();
    byte[] compressed = NiftiFile.gzip(valid);
    for (int i = 0; i < 20_000; i++) {
      byte[] fuzzed = (i % 4 == 0 ? compressed : valid).clone();
      for (int flips = random.nextInt(12); flips >= 0; flips--) {
        fuzzed[random.nextInt(fuzzed.length)] = (byte) random.nextInt();
      }
      try {
        assertThat(reader.read(fuzzed).shape().voxels()).isLessThan(1 << 20);
      } catch (MalformedDataException e) {
        assertThat(e.field()).isNotEmpty();
      }
    }
  }

  private void refuses(
      Consumer<ByteBuffer> change, Reason reason, String field, long offset, String message) {
    NiftiFile file = NiftiFile.nifti1(LE, 2, 2, 2);
    change.accept(file.header);
    assertMalformed(() -> reader.read(file.bytes()), reason, field, offset, message);
  }

  private static void assertMalformed(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable call,
      Reason reason,
      String field,
      long offset,
      String message) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            MalformedDataException.class,
            e -> {
              assertThat(e.reason()).isEqualTo(reason);
              assertThat(e.field()).isEqualTo(field);
              assertThat(e.offset()).isEqualTo(offset);
              assertThat(e).hasMessageContaining(message);
            });
  }
}
