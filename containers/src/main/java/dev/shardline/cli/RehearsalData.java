package dev.shardline.cli;

import dev.shardline.cli.session.StarterConfiguration;
import dev.shardline.demo.DemoDataset;
import dev.shardline.volume.Affine;
import dev.shardline.volume.ShortVoxels;
import dev.shardline.volume.Volume;
import dev.shardline.volume.VolumeShape;
import dev.shardline.volume.VoxelType;
import dev.shardline.volume.nifti.NiftiWriter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;

/// The data of a rehearsal, small but large enough that its loops are compiled. Each method makes
/// the source and gives the configuration's file.
final class RehearsalData {
  private static final int VOLUMES = 4;
  private static final VolumeShape SHAPE = new VolumeShape(160, 160, 100, 1);
  private static final int RECORDINGS = 8;
  private static final int RATE = 256;
  private static final int SECONDS = 120;
  private static final int SIGNALS = 16;

  private RehearsalData() {}

  static Path pictures(Path folder) throws IOException {
    Path source = folder.resolve("pictures");
    DemoDataset.writeTo(source, DemoDataset.STANDARD_SEED);
    return Files.writeString(
        folder.resolve("pictures.yaml"),
        StarterConfiguration.text("pictures", source.toString(), DemoDataset.PATTERN));
  }

  static Path volumes(Path folder) throws IOException {
    Path source = Files.createDirectory(folder.resolve("volumes"));
    for (int i = 0; i < VOLUMES; i++) {
      Path file = source.resolve("sub-%d.nii.gz".formatted(i));
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
        NiftiWriter.writeCompressed(volume(i), out);
      }
    }
    return configuration(
        folder,
        source,
        """
          - decode-volume
          - reorient
          - resample-volume: {spacing: 1.5}
          - percentile-clip
          - z-score-volume
          - pad-or-crop-volume: {shape: 96}
          - volume-to-tensor
        """);
  }

  private static Volume volume(int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    short[] values = new short[Math.toIntExact(SHAPE.voxels())];
    for (int i = 0; i < values.length; i++) {
      values[i] = (short) (random.nextInt(200) + (i % 160 < 100 ? 600 : 0));
    }
    return Volume.of(new ShortVoxels(values), SHAPE, Affine.scaling(-1, 1, 1), VoxelType.INT16);
  }

  static Path recordings(Path folder) throws IOException {
    Path source = Files.createDirectory(folder.resolve("recordings"));
    for (int i = 0; i < RECORDINGS; i++) {
      String name = "sub-%d".formatted(i);
      int count = RATE * SECONDS;
      StringBuilder header =
          new StringBuilder("%s %d %d %d\n".formatted(name, SIGNALS, RATE, count));
      for (int signal = 0; signal < SIGNALS; signal++) {
        header.append("%s.dat 16 200/uV\n".formatted(name));
      }
      Files.writeString(source.resolve(name + ".hea"), header);
      Files.write(source.resolve(name + ".dat"), noise(i, count * SIGNALS));
    }
    return configuration(
        folder,
        source,
        """
          - decode-recording
          - butterworth: {low-hz: 0.5, high-hz: 40, order: 3}
          - resample-recording: {rate-hz: 128}
          - welch-psd: {segment-seconds: 4}
          - spectrum-to-tensor: {to-hz: 60}
        """);
  }

  private static byte[] noise(int seed, int values) {
    SplittableRandom random = new SplittableRandom(seed);
    ByteBuffer bytes = ByteBuffer.allocate(values * Short.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < values; i++) {
      bytes.putShort((short) (random.nextInt(2000) - 1000));
    }
    return bytes.array();
  }

  private static Path configuration(Path folder, Path source, String steps) throws IOException {
    String name = source.getFileName().toString();
    return Files.writeString(
        folder.resolve(name + ".yaml"),
        """
        dataset:
          name: %s
          source: "%s"
          duplicates: {bytes: false, content: false}
          split: {train: 1.0}
        recipe:
        %soutput: {format: webdataset}
        """
            .formatted(name, source, steps));
  }
}
