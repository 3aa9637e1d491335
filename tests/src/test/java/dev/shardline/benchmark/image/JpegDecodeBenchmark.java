package dev.shardline.benchmark.image;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.image.codec.DecodeOptions;
import dev.shardline.image.codec.StandardImageDecoder;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/// Decodes grey JPEGs of 512 x 512: our decoder against ImageIO, alternating, in one thread. Prints
/// medians a picture and their ratio.
///
/// Arguments: rounds (30), a folder of JPEGs (synthetic ones). Start with
/// `--add-modules=jdk.incubator.vector` for vector instructions, without for the plain kernels.
public final class JpegDecodeBenchmark {
  private static final int EDGE = 512;
  private static final int PICTURES = 50;
  private static final double NANOS_PER_MICRO = 1e3;

  private JpegDecodeBenchmark() {}

  public static void main(String[] arguments) throws IOException, MalformedDataException {
    int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 30;
    List<byte[]> files = arguments.length > 1 ? read(Path.of(arguments[1])) : synthetic();
    double[] ours = new double[rounds];
    double[] imageIo = new double[rounds];
    long checksum = 0;
    for (int round = 0; round < rounds; round++) {
      long start = System.nanoTime();
      checksum += decodeOurs(files);
      long between = System.nanoTime();
      checksum -= decodeImageIo(files);
      ours[round] = (between - start) / NANOS_PER_MICRO / files.size();
      imageIo[round] = (System.nanoTime() - between) / NANOS_PER_MICRO / files.size();
    }
    // The second half: the first warms up.
    double mine = median(Arrays.copyOfRange(ours, rounds / 2, rounds));
    double theirs = median(Arrays.copyOfRange(imageIo, rounds / 2, rounds));
    System.out.printf(
        Locale.ROOT,
        "%d pictures: ours %.0f us, ImageIO %.0f us, ratio %.2f (difference of checksums %d)%n",
        files.size(),
        mine,
        theirs,
        theirs / mine,
        checksum);
  }

  private static long decodeOurs(List<byte[]> files) throws MalformedDataException {
    long sum = 0;
    for (byte[] file : files) {
      sum += (int) new StandardImageDecoder().decode(file, DecodeOptions.STANDARD).at(100, 100, 0);
    }
    return sum;
  }

  private static long decodeImageIo(List<byte[]> files) throws IOException {
    long sum = 0;
    for (byte[] file : files) {
      sum += ImageIO.read(new ByteArrayInputStream(file)).getRaster().getSample(100, 100, 0);
    }
    return sum;
  }

  private static List<byte[]> read(Path folder) throws IOException {
    List<byte[]> files = new ArrayList<>();
    try (Stream<Path> found = Files.walk(folder)) {
      for (Path file : found.filter(path -> path.toString().endsWith(".jpg")).sorted().toList()) {
        files.add(Files.readAllBytes(file));
      }
    }
    return files;
  }

  private static List<byte[]> synthetic() throws IOException {
    List<byte[]> files = new ArrayList<>();
    Random random = new Random(1);
    for (int i = 0; i < PICTURES; i++) {
      BufferedImage picture = new BufferedImage(EDGE, EDGE, BufferedImage.TYPE_BYTE_GRAY);
      Graphics2D graphics = picture.createGraphics();
      for (int j = 0; j < 400; j++) {
        int level = random.nextInt(256);
        graphics.setColor(new Color(level, level, level));
        graphics.fillOval(
            random.nextInt(EDGE), random.nextInt(EDGE), random.nextInt(60), random.nextInt(60));
      }
      graphics.dispose();
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ImageIO.write(picture, "jpeg", out);
      files.add(out.toByteArray());
    }
    return files;
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
