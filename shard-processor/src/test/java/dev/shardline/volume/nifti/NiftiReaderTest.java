package dev.shardline.volume.nifti;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.shardline.volume.Affine;
import dev.shardline.volume.DecodePolicy;
import dev.shardline.volume.GeometrySource;
import dev.shardline.volume.Volume;
import dev.shardline.volume.VolumeHeader;
import dev.shardline.volume.VolumeShape;
import dev.shardline.volume.VoxelType;
import dev.shardline.volume.gzip.NativeInflate;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NiftiReaderTest {
  private static final ByteOrder LE = ByteOrder.LITTLE_ENDIAN;
  private static final ByteOrder BE = ByteOrder.BIG_ENDIAN;

  private final NiftiReader reader = new NiftiReader(DecodePolicy.strict());

  @Test
  void readsVoxelsWithXFastestInBothByteOrdersAndVersions() throws Exception {
    for (ByteOrder order : new ByteOrder[] {LE, BE}) {
      for (NiftiFile file :
          new NiftiFile[] {NiftiFile.nifti1(order, 2, 3, 1), NiftiFile.nifti2(order, 2, 3, 1)}) {
        Volume volume = reader.read(file.shorts(1, 2, 3, 4, 5, -6).bytes());

        assertThat(volume.shape()).isEqualTo(new VolumeShape(2, 3, 1));
        assertThat(volume.at(1, 0, 0)).isEqualTo(2);
        assertThat(volume.toArray()).containsExactly(1, 2, 3, 4, 5, -6);
      }
    }
  }

  @Test
  void readsCompressedFilesWhateverTheirName() throws Exception {
    byte[] file = NiftiFile.nifti1(LE, 2, 2, 2).shorts(1, 2, 3, 4, 5, 6, 7, 8).bytes();

    assertThat(reader.read(NiftiFile.gzip(file)).toArray()).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
  }

  @Test
  void readsPairsPlainAndCompressed() throws Exception {
    for (NiftiFile pair :
        new NiftiFile[] {NiftiFile.nifti1(BE, 2, 1, 1), NiftiFile.nifti2(BE, 2, 1, 1)}) {
      pair.shorts(7, 8);
      byte[] header = pair.pairHeader();
      if (header.length == 540) {
        ByteBuffer.wrap(header).putLong(168, 0);
      }

      assertThat(reader.readPair(header, pair.image()).toArray()).containsExactly(7, 8);
      assertThat(reader.readPair(NiftiFile.gzip(header), NiftiFile.gzip(pair.image())).toArray())
          .containsExactly(7, 8);
    }
  }

  @Test
  void shortIntegersStayWhereTheyWereInflatedToIfSomebodyKeepsThat() throws Exception {
    assumeThat(NativeInflate.description())
        .as("skipped: no libdeflate")
        .contains("libdeflate.so.0");
    short[] values = new short[128 * 128 * 60];
    Random random = new Random(8);
    for (int i = 0; i < values.length; i++) {
      values[i] = (short) random.nextInt();
    }
    for (ByteOrder order : new ByteOrder[] {LE, BE}) {
      int[] numbers = IntStream.range(0, values.length).map(i -> values[i]).toArray();
      byte[] file = NiftiFile.gzip(NiftiFile.nifti1(order, 128, 128, 60).shorts(numbers).bytes());
      List<Runnable> kept = new ArrayList<>();

      Volume volume = reader.read(MemorySegment.ofArray(file), kept::add);

      assertThat(volume.toArray()).isEqualTo(reader.read(file).toArray());
      assertThat(kept).hasSize(order == LE ? 1 : 0);
      kept.forEach(Runnable::run);
      if (order == LE) {
        assertThatThrownBy(volume::toArray).isInstanceOf(IllegalStateException.class);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(VoxelType.class)
  void readsEveryRealTypeInBothByteOrders(VoxelType type) throws Exception {
    double[] values =
        switch (type) {
          case UINT8 -> new double[] {0, 1, 200, 255};
          case INT8 -> new double[] {0, -1, -128, 127};
          case INT16 -> new double[] {0, -1, -32768, 32767};
          case UINT16 -> new double[] {0, 1, 40000, 65535};
          case INT32 -> new double[] {0, -1, Integer.MIN_VALUE, 1 << 30};
          case UINT32 -> new double[] {0, 1, 0xF0000000L, 1 << 30};
          case INT64 -> new double[] {0, -1, Long.MIN_VALUE, 0x1p62};
          case UINT64 -> new double[] {0, 1, 0x1p63, 0x1.8p63};
          case FLOAT32, FLOAT64 -> new double[] {0, -1.5, 1e-20, 3e30};
        };
    for (ByteOrder order : new ByteOrder[] {LE, BE}) {
      NiftiFile file =
          NiftiFile.nifti1(order, 4, 1, 1)
              .type(NiftiDataType.of(type).code())
              .voxels(encode(type, order, values));

      Volume plain = reader.read(file.bytes());
      Volume scaled = reader.read(file.scale(0.5, 3).bytes());

      for (int i = 0; i < values.length; i++) {
        assertThat(plain.at(i, 0, 0)).isEqualTo((float) values[i]);
        assertThat(scaled.at(i, 0, 0)).isEqualTo((float) (values[i] * 0.5 + 3));
      }
      assertThat(plain.type()).isEqualTo(type);
      assertThat(scaled.type()).isEqualTo(VoxelType.FLOAT64);
    }
  }

  private static byte[] encode(VoxelType type, ByteOrder order, double[] values) {
    ByteBuffer bytes = ByteBuffer.allocate(values.length * type.bytes()).order(order);
    BiConsumer<ByteBuffer, Double> put =
        switch (type) {
          case UINT8, INT8 -> (b, v) -> b.put((byte) (long) (double) v);
          case INT16, UINT16 -> (b, v) -> b.putShort((short) (long) (double) v);
          case INT32, UINT32 -> (b, v) -> b.putInt((int) (long) (double) v);
          case INT64 -> (b, v) -> b.putLong((long) (double) v);
          case UINT64 -> (b, v) -> b.putLong(new java.math.BigDecimal(v).longValue());
          case FLOAT32 -> (b, v) -> b.putFloat((float) (double) v);
          case FLOAT64 -> (b, v) -> b.putDouble(v);
        };
    Arrays.stream(values).forEach(value -> put.accept(bytes, value));
    return bytes.array();
  }

  @Test
  void ignoresSlopesThatAreZeroOrNoNumber() throws Exception {
    for (double slope : new double[] {0, Double.NaN, Double.POSITIVE_INFINITY}) {
      Volume volume =
          reader.read(NiftiFile.nifti1(LE, 1, 1, 2).shorts(5, 6).scale(slope, 9).bytes());

      assertThat(volume.toArray()).containsExactly(5, 6);
      assertThat(volume.type()).isEqualTo(VoxelType.INT16);
    }
  }

  @Test
  void readsTimeSeriesWithTheirTimeStep() throws Exception {
    NiftiFile file = NiftiFile.nifti1(LE, 1, 1, 2, 3).shorts(1, 2, 3, 4, 5, 6);
    file.header.putFloat(92, 2500).put(123, (byte) (2 | 16));

    Volume volume = reader.read(file.bytes());

    assertThat(volume.shape()).isEqualTo(new VolumeShape(1, 1, 2, 3));
    assertThat(volume.timeStepSeconds()).isEqualTo(2.5);
    assertThat(volume.at(0, 0, 1, 2)).isEqualTo(6);
    assertThat(volume.timePoint(1).toArray()).containsExactly(3, 4);
  }

  @Test
  void takesTwoDimensionalFilesAndTrailingDimensionsOfOne() throws Exception {
    assertThat(reader.read(NiftiFile.nifti1(LE, 2, 2).shorts(1, 2, 3, 4).bytes()).shape())
        .isEqualTo(new VolumeShape(2, 2, 1));
    assertThat(reader.read(NiftiFile.nifti1(LE, 2, 1, 1, 1, 1, 1, 1).bytes()).shape())
        .isEqualTo(new VolumeShape(2, 1, 1));
  }

  @Test
  void prefersTheSformOverTheQform() throws Exception {
    NiftiFile file = NiftiFile.nifti1(LE, 1, 1, 1).sform(2, 0, 0, 5, 0, 3, 0, 6, 0, 0, 4, 7);
    file.header.putShort(252, (short) 1).putFloat(268, 99);

    Volume volume = reader.read(file.bytes());

    assertThat(volume.affine()).isEqualTo(Affine.of(2, 0, 0, 5, 0, 3, 0, 6, 0, 0, 4, 7));
    assertThat(volume.spacing().z()).isEqualTo(4);
  }

  @Test
  void damagedGeometryThatIsNotNeededDoesNotMatter() throws Exception {
    NiftiFile file = NiftiFile.nifti1(ByteOrder.LITTLE_ENDIAN, 1, 1, 1);
    file.header.putShort(252, (short) 1).putFloat(80, Float.NaN).putFloat(256, Float.NaN);

    assertThat(reader.read(file.bytes()).affine()).isEqualTo(Affine.identity());
  }

  @Test
  void usesTheQformWithQfacWhereThereIsNoSform() throws Exception {
    NiftiFile file = NiftiFile.nifti1(LE, 1, 1, 1).withoutSform();
    file.header.putShort(252, (short) 1).putFloat(76, -1).putFloat(80, 2).putFloat(84, 3);
    // half a turn about z: x and y run backwards
    file.header.putFloat(264, 1).putFloat(268, 10).putFloat(272, 20).putFloat(276, 30);

    Volume volume = reader.read(file.bytes());

    assertThat(volume.affine()).isEqualTo(Affine.of(-2, 0, 0, 10, 0, -3, 0, 20, 0, 0, -1, 30));
    assertThat(NiftiReader.header(file.bytes()).source()).isEqualTo(GeometrySource.QFORM);
  }

  @Test
  void assumesNibabelsGeometryOnlyIfToldTo() throws Exception {
    NiftiFile file = NiftiFile.nifti1(LE, 3, 5, 2).withoutSform();
    file.header.putFloat(80, 2).putFloat(84, 0).putFloat(88, -4);

    Volume volume = new NiftiReader(DecodePolicy.lenient()).read(file.bytes());

    assertThat(volume.affine()).isEqualTo(Affine.of(-2, 0, 0, 2, 0, 1, 0, -2, 0, 0, 4, -2));
  }

  @Test
  void describesAFileFromItsFirstBytes() throws Exception {
    byte[] file = NiftiFile.nifti1(LE, 100, 90, 80).voxels(new byte[2 * 100 * 90 * 80]).bytes();
    byte[] noise = new byte[file.length - 352];
    new java.util.Random(1).nextBytes(noise);
    System.arraycopy(noise, 0, file, 352, noise.length);
    byte[] compressed = NiftiFile.gzip(file);

    for (byte[] beginning :
        new byte[][] {Arrays.copyOf(file, 1024), Arrays.copyOf(compressed, 1024)}) {
      VolumeHeader header = NiftiReader.header(beginning);

      assertThat(header.shape()).isEqualTo(new VolumeShape(100, 90, 80));
      assertThat(header.type()).isEqualTo(VoxelType.INT16);
      assertThat(header.format()).isEqualTo("NIfTI-1");
      assertThat(header.source()).isEqualTo(GeometrySource.SFORM);
      assertThat(header.decodedBytes()).isEqualTo(4L * 100 * 90 * 80);
    }
  }
}
