package dev.shardline.conformance.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardline.conformance.RealData;
import dev.shardline.failure.MalformedDataException;
import dev.shardline.image.Image;
import dev.shardline.image.codec.DecodeOptions;
import dev.shardline.image.codec.StandardImageDecoder;
import dev.shardline.image.fingerprint.ImageFingerprint;
import dev.shardline.image.geometry.Flip;
import dev.shardline.image.resize.Resize;
import dev.shardline.image.resize.ResizeFilter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Candidate keys against a brute-force comparison of all pairs of real slices.
class DuplicateConformanceTest {
  private static final int EDGE = 48;
  private static final int SYMMETRIES = 8;
  private static final double COPY = 0.99;

  /// A pair of slices, the smaller index first.
  private record Pair(int first, int second) implements Comparable<Pair> {
    @Override
    public int compareTo(Pair other) {
      int byFirst = Integer.compare(first, other.first);
      return byFirst != 0 ? byFirst : Integer.compare(second, other.second);
    }
  }

  private static List<Image> slices() throws IOException {
    List<Image> images = new ArrayList<>();
    try (Stream<Path> files = Files.walk(RealData.at("mri/sartaj-brain-tumor"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".jpg")).sorted().toList()) {
        images.add(decode(file));
      }
    }
    return images;
  }

  private static Image decode(Path file) throws IOException {
    try {
      return new StandardImageDecoder().decode(Files.readAllBytes(file), DecodeOptions.STANDARD);
    } catch (MalformedDataException e) {
      throw new IOException(file.toString(), e);
    }
  }

  private static List<ImageFingerprint> fingerprints(List<Image> images) throws Exception {
    List<ImageFingerprint> fingerprints = new ArrayList<>();
    for (Image image : images) {
      fingerprints.add(ImageFingerprint.of(image));
    }
    return fingerprints;
  }

  private static boolean areCopies(ImageFingerprint one, ImageFingerprint other) {
    return ImageFingerprint.confirm(one.thumbnail(), other.thumbnail()).isPresent();
  }

  /// All pairs whose normalised cross-correlation under one of the eight flips and rotations is at
  /// least 0.99, computed here from the pixels.
  private static Set<Pair> bruteForce(List<ImageFingerprint> all) {
    List<double[]> upright = new ArrayList<>();
    List<List<double[]>> turned = new ArrayList<>();
    for (ImageFingerprint each : all) {
      double[] pixels = standardised(each.thumbnail().toPixels());
      upright.add(pixels);
      turned.add(IntStream.range(0, SYMMETRIES).mapToObj(i -> turned(pixels, i)).toList());
    }
    Set<Pair> pairs = new TreeSet<>();
    for (int i = 0; i < all.size(); i++) {
      for (int j = i + 1; j < all.size(); j++) {
        if (correlation(upright.get(i), turned.get(j)) >= COPY) {
          pairs.add(new Pair(i, j));
        }
      }
    }
    return pairs;
  }

  /// Pixels of mean 0 and length 1.
  private static double[] standardised(byte[] pixels) {
    double[] values =
        IntStream.range(0, pixels.length).mapToDouble(i -> pixels[i] & 0xFF).toArray();
    double mean = Arrays.stream(values).average().orElseThrow();
    double[] centred = Arrays.stream(values).map(value -> value - mean).toArray();
    double length = Math.sqrt(Arrays.stream(centred).map(value -> value * value).sum());
    return Arrays.stream(centred).map(value -> length == 0 ? 0 : value / length).toArray();
  }

  /// A picture mirrored for an odd `symmetry`, and turned by a quarter for every two.
  private static double[] turned(double[] pixels, int symmetry) {
    double[] result = pixels;
    if (symmetry % 2 == 1) {
      double[] before = result;
      result = new double[before.length];
      for (int i = 0; i < before.length; i++) {
        result[i / EDGE * EDGE + EDGE - 1 - i % EDGE] = before[i];
      }
    }
    for (int quarter = 0; quarter < symmetry / 2; quarter++) {
      double[] before = result;
      result = new double[before.length];
      for (int i = 0; i < before.length; i++) {
        result[i % EDGE * EDGE + EDGE - 1 - i / EDGE] = before[i];
      }
    }
    return result;
  }

  private static double correlation(double[] upright, List<double[]> turned) {
    double largest = -1;
    for (double[] other : turned) {
      double sum = 0;
      for (int i = 0; i < upright.length; i++) {
        sum += upright[i] * other[i];
      }
      largest = Math.max(largest, sum);
    }
    return largest;
  }

  private static Set<Pair> candidates(List<ImageFingerprint> all) {
    Map<Long, List<Integer>> cells = new TreeMap<>();
    for (int i = 0; i < all.size(); i++) {
      for (long key : all.get(i).keys()) {
        cells.computeIfAbsent(key, none -> new ArrayList<>()).add(i);
      }
    }
    Set<Pair> pairs = new TreeSet<>();
    for (List<Integer> cell : cells.values()) {
      for (int i = 0; i < cell.size(); i++) {
        for (int j = i + 1; j < cell.size(); j++) {
          pairs.add(new Pair(cell.get(i), cell.get(j)));
        }
      }
    }
    return pairs;
  }

  @Test
  void keysFindEveryPairThatBruteForceFindsAndFewOthers() throws Exception {
    List<ImageFingerprint> all = fingerprints(slices());
    Set<Pair> expected = bruteForce(all);
    Set<Pair> candidates = candidates(all);
    Set<Pair> confirmed = new TreeSet<>(candidates);
    confirmed.removeIf(pair -> !areCopies(all.get(pair.first()), all.get(pair.second())));

    assertThat(expected).hasSizeGreaterThan(80);
    assertThat(confirmed).as("precision and recall 1.00").isEqualTo(expected);
    assertThat(candidates.size() - confirmed.size())
        .as("candidates that are no copies")
        .isLessThan(expected.size());
  }

  @Test
  void resizedAndMirroredSlicesAreFoundAgain() throws Exception {
    for (Image image : slices()) {
      Image changed =
          Flip.LEFT_RIGHT.apply(
              Resize.to(
                  image, image.height() * 3 / 4, image.width() * 2 / 3, ResizeFilter.BICUBIC));
      ImageFingerprint one = ImageFingerprint.of(image);
      ImageFingerprint other = ImageFingerprint.of(changed);

      assertThat(areCopies(one, other)).isTrue();
      assertThat(candidates(List.of(one, other))).hasSize(1);
    }
  }
}
