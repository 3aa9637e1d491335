package dev.shardline.benchmark.worker;

import dev.shardline.cli.session.Wiring;
import dev.shardline.config.Config;
import dev.shardline.demo.DemoDataset;
import dev.shardline.recipe.Recipe;
import dev.shardline.recipe.RecipeReader;
import dev.shardline.shard.WebDatasetFormat;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/// The recipe of docs/examples/brain-mri-2d.yaml: a grey JPEG of 512 x 512 pixels becomes a record
/// of 224 x 224 float32. To be run in the project's folder.
final class SliceJob {
  static final WebDatasetFormat FORMAT = new WebDatasetFormat();

  private static final Path EXAMPLE = Path.of("docs", "examples", "brain-mri-2d.yaml");
  private static final int SIDE = 512;

  private SliceJob() {}

  private static Recipe recipe() {
    Config config = Config.load(EXAMPLE, List.of());
    return new RecipeReader(Wiring.steps()).read(config.root()).orElseThrow();
  }

  /// So many slices, all one picture.
  static Job of(Path folder, int slices) throws IOException {
    return new Job(new SyntheticDataset(slices, picture(folder)), recipe(), FORMAT);
  }

  /// A grey JPEG of 512 x 512 pixels: one of the demonstration's pictures, drawn larger.
  private static byte[] picture(Path folder) throws IOException {
    Path source = folder.resolve("source");
    DemoDataset.writeTo(source, DemoDataset.STANDARD_SEED);
    try (Stream<Path> files = Files.walk(source)) {
      Path first =
          files.filter(file -> file.toString().endsWith(".jpg")).sorted().findFirst().orElseThrow();
      BufferedImage large = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_BYTE_GRAY);
      Graphics2D drawing = large.createGraphics();
      drawing.setRenderingHint(
          RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
      drawing.drawImage(ImageIO.read(first.toFile()), 0, 0, SIDE, SIDE, null);
      drawing.dispose();
      ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
      ImageIO.write(large, "jpeg", jpeg);
      return jpeg.toByteArray();
    }
  }
}
