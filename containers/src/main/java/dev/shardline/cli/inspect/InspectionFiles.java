package dev.shardline.cli.inspect;

import dev.shardline.failure.UsageException;
import dev.shardline.inspect.Drawing;
import dev.shardline.inspect.Inspection;
import dev.shardline.volume.Volume;
import dev.shardline.volume.nifti.NiftiWriter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javax.imageio.ImageIO;

/// The files that `inspect` writes.
final class InspectionFiles {
  private InspectionFiles() {}

  /// @throws UsageException if there is nothing to draw
  static void writePicture(Inspection inspection, Path file) throws IOException {
    Drawing drawing =
        inspection
            .drawing()
            .orElseThrow(() ->
                new UsageException(
                    "A %s has no picture; leave --png out".formatted(inspection.format())));
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      ImageIO.write(drawing.draw(), "png", out);
    }
  }

  /// @throws UsageException if there is no volume to export, or the file's name is none of NIfTI
  static void writeNifti(Inspection inspection, Path file) throws IOException {
    Volume volume =
        inspection
            .volume()
            .orElseThrow(() ->
                new UsageException(
                    "A %s is not one volume; --nifti exports a volume file, or with --record a volume of a shard"
                        .formatted(inspection.format())));
    String name = file.toString().toLowerCase(Locale.ROOT);
    boolean compressed = name.endsWith(".nii.gz");
    if (!compressed && !name.endsWith(".nii")) {
      throw new UsageException("--nifti writes .nii or .nii.gz, not %s".formatted(file));
    }
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      if (compressed) {
        NiftiWriter.writeCompressed(volume, out);
      } else {
        NiftiWriter.write(volume, out);
      }
    }
  }
}
