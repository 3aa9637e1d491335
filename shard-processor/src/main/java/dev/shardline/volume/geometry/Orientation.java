package dev.shardline.volume.geometry;

import dev.shardline.volume.Affine;
import dev.shardline.volume.Axis;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// Which way the three voxel axes run through the patient, to the nearest axis: `RAS` is x to the
/// right, y to the front, z to the top; `LPS` is DICOM's way. The rules are those of nibabel's
/// `io_orientation`.
///
/// @param world for voxel axis x, y, z the patient axis it runs along
/// @param positive for each whether it runs to the right, front, top
public record Orientation(List<Axis> world, List<Boolean> positive) {
  private static final String POSITIVE_LETTERS = "RAS";
  private static final String NEGATIVE_LETTERS = "LPI";

  /// Right, anterior, superior: the canonical orientation.
  public static final Orientation RAS = ofCodes("RAS");

  public Orientation {
    world = List.copyOf(world);
    positive = List.copyOf(positive);
    if (world.size() != 3 || positive.size() != 3 || world.stream().distinct().count() != 3) {
      throw new IllegalArgumentException("Three different axes are needed: " + world);
    }
  }

  /// The orientation with these letters.
  ///
  /// @param codes one each of R or L, A or P, S or I, in any order
  public static Orientation ofCodes(String codes) {
    String letters = codes.toUpperCase(Locale.ROOT);
    Axis[] world = new Axis[3];
    Boolean[] positive = new Boolean[3];
    for (int i = 0; i < 3; i++) {
      char letter = i < letters.length() ? letters.charAt(i) : '?';
      int index = Math.max(POSITIVE_LETTERS.indexOf(letter), NEGATIVE_LETTERS.indexOf(letter));
      if (index < 0 || letters.length() != 3) {
        throw new IllegalArgumentException(
            "An orientation is three letters, one each of R/L, A/P, S/I, such as RAS; not "
                + codes);
      }
      world[i] = Axis.ALL.get(index);
      positive[i] = POSITIVE_LETTERS.indexOf(letter) >= 0;
    }
    return new Orientation(Arrays.asList(world), Arrays.asList(positive));
  }

  /// The orientation nearest to an affine's axes. Axes are settled from the most to the least
  /// clearly aligned one.
  ///
  /// @throws IllegalArgumentException if the affine is singular
  public static Orientation of(Affine affine) {
    double[] rotation = PolarRotation.of(affine);
    Axis[] world = new Axis[3];
    Boolean[] positive = new Boolean[3];
    boolean[] taken = new boolean[3];
    for (int column : strongestFirst(rotation)) {
      int row = largestFreeRow(rotation, column, taken);
      taken[row] = true;
      world[column] = Axis.ALL.get(row);
      positive[column] = rotation[row * 3 + column] > 0;
    }
    return new Orientation(Arrays.asList(world), Arrays.asList(positive));
  }

  private static List<Integer> strongestFirst(double[] rotation) {
    Comparator<Integer> byStrength =
        Comparator.comparingDouble(column ->
            -Math.max(
                Math.abs(rotation[column]),
                Math.max(Math.abs(rotation[3 + column]), Math.abs(rotation[6 + column]))));
    return List.of(0, 1, 2).stream().sorted(byStrength).toList();
  }

  private static int largestFreeRow(double[] rotation, int column, boolean[] taken) {
    int best = -1;
    double strength = -1;
    for (int row = 0; row < 3; row++) {
      double value = Math.abs(rotation[row * 3 + column]);
      if (!taken[row] && value > strength) {
        best = row;
        strength = value;
      }
    }
    return best;
  }

  /// Three letters, such as `LAS`.
  public String codes() {
    StringBuilder codes = new StringBuilder();
    for (int i = 0; i < 3; i++) {
      String letters = positive.get(i) ? POSITIVE_LETTERS : NEGATIVE_LETTERS;
      codes.append(letters.charAt(world.get(i).index()));
    }
    return codes.toString();
  }
}
