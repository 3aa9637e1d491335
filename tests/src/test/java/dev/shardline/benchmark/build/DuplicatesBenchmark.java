package dev.shardline.benchmark.build;

import dev.shardline.duplicates.ContentCopies;
import dev.shardline.grouping.SampleTable;
import dev.shardline.image.probe.ImageProbe;
import dev.shardline.listing.ObjectRoot;
import dev.shardline.listing.ObjectTableBuilder;
import dev.shardline.probe.Probes;
import dev.shardline.split.UnionFind;
import dev.shardline.storage.Content;
import dev.shardline.storage.ObjectLocation;
import dev.shardline.storage.ObjectSummary;
import dev.shardline.storage.memory.MemoryStore;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import javax.imageio.ImageIO;

/// Looks for copies among generated thumbnails, of which every tenth is a mirror image of another,
/// for doubling numbers of them, and prints the time a thumbnail takes: constant where time grows
/// linearly.
///
/// Argument: the largest number of thumbnails (100,000).
public final class DuplicatesBenchmark {
  private static final int SIDE = 48;
  private static final int COPIES = 10;
  private static final int STEPS = 3;
  private static final double NANOS = 1e9;
  private static final double MICROS = 1e6;
  private static final ObjectLocation PLACE = ObjectLocation.parse("memory://bucket/");

  private DuplicatesBenchmark() {}

  public static void main(String[] arguments) throws IOException {
    int most = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
    for (int count = most >> STEPS; count <= most; count *= 2) {
      measure(count);
    }
  }

  private static void measure(int count) throws IOException {
    MemoryStore store = new MemoryStore();
    ObjectTableBuilder table = new ObjectTableBuilder();
    int root = table.addRoot(new ObjectRoot("", PLACE));
    for (int i = 0; i < count; i++) {
      String key = "%07d.png".formatted(i);
      ObjectSummary object = store.write(PLACE.resolve(key), Content.ofBytes(thumbnail(i)));
      table.add(root, key, object.bytes(), object.version().etag(), "");
    }
    SampleTable samples = SampleTable.ofSingleObjects(table.build());
    long start = System.nanoTime();
    ContentCopies.Found found =
        new ContentCopies(samples, _ -> store, new Probes(List.of(new ImageProbe())), done -> {})
            .find(new UnionFind(count));
    double seconds = (System.nanoTime() - start) / NANOS;
    System.out.printf(
        Locale.ROOT,
        "%,d thumbnails: %.1f s, %.0f µs each, %,d copies found of %,d, %,d crowded%n",
        count,
        seconds,
        seconds / count * MICROS,
        found.links().size(),
        count / COPIES,
        found.crowded());
  }

  /// Smooth blobs; the last of every ten is the first one mirrored.
  private static byte[] thumbnail(int number) throws IOException {
    boolean copy = number % COPIES == COPIES - 1;
    Random random = new Random(copy ? number - COPIES + 1 : number);
    double[] blobs = random.doubles(5 * 6).toArray();
    BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_BYTE_GRAY);
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) {
        int level = level(blobs, x / (double) SIDE, y / (double) SIDE);
        image.getRaster().setSample(copy ? SIDE - 1 - x : x, y, 0, level);
      }
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, "png", out);
    return out.toByteArray();
  }

  private static int level(double[] blobs, double x, double y) {
    double sum = 0;
    for (int i = 0; i < blobs.length; i += 5) {
      double across = (x - blobs[i]) / (0.05 + 0.2 * blobs[i + 2]);
      double down = (y - blobs[i + 1]) / (0.05 + 0.2 * blobs[i + 3]);
      sum += blobs[i + 4] * Math.exp(-(across * across + down * down));
    }
    return (int) Math.min(255, 120 * sum);
  }
}
