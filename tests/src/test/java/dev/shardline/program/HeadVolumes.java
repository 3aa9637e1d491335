package dev.shardline.program;

import dev.shardline.volume.Affine;
import dev.shardline.volume.FloatVoxels;
import dev.shardline.volume.Volume;
import dev.shardline.volume.VolumeShape;
import dev.shardline.volume.VoxelType;
import dev.shardline.volume.nifti.NiftiWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/// Small heads as NIfTI files: bright balls in noise, every subject another size, x to the left.
final class HeadVolumes {
  private static final VolumeShape SHAPE = new VolumeShape(40, 44, 32);
  private static final Affine PLACE = Affine.of(-3, 0, 0, 60, 0, 3, 0, -66, 0, 0, 4, -64);

  private HeadVolumes() {}

  /// The head of a subject.
  static void write(Path file, int subject) throws IOException {
    Random noise = new Random(subject);
    float[] values = new float[(int) SHAPE.voxels()];
    for (int i = 0; i < values.length; i++) {
      double distance = distance(i, subject);
      double tissue = distance < 0.5 ? 900 : distance < 1 ? 600 : 0;
      values[i] = (float) Math.rint(tissue + 20 * noise.nextDouble());
    }
    write(file, values);
  }

  /// The head's mask: 2 in the middle, 1 around it.
  static void writeMask(Path file, int subject) throws IOException {
    float[] values = new float[(int) SHAPE.voxels()];
    for (int i = 0; i < values.length; i++) {
      double distance = distance(i, subject);
      values[i] = distance < 0.5 ? 2 : distance < 1 ? 1 : 0;
    }
    write(file, values);
  }

  /// From the head's middle, 1 at its surface.
  private static double distance(int index, int subject) {
    double x = (index % SHAPE.x() - 20) / (12.0 + subject % 3);
    double y = (index / SHAPE.x() % SHAPE.y() - 22) / (14.0 + subject % 5);
    double z = (index / (SHAPE.x() * SHAPE.y()) - 16) / (10.0 + subject % 2);
    return Math.sqrt(x * x + y * y + z * z);
  }

  private static void write(Path file, float[] values) throws IOException {
    Files.createDirectories(file.getParent());
    Volume volume = Volume.of(new FloatVoxels(values), SHAPE, PLACE, VoxelType.INT16);
    try (OutputStream out = Files.newOutputStream(file)) {
      NiftiWriter.writeCompressed(volume, out);
    }
  }
}
