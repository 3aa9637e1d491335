package dev.shardline.image.fingerprint;

import java.util.Arrays;
import java.util.Random;

/// Keys that copies share: locality-sensitive hashes (Datar et al. 2004, p-stable) of the lowest
/// frequencies. Each of several tables rounds a dozen random projections of them to cells; a key is
/// the cell. All eight symmetries of a picture give keys, so that a turned copy meets them in eight
/// ways in every table.
///
/// Two thumbnails with a correlation of 0.99 lie at most 0.1414 from each other, and usually much
/// nearer in these frequencies; different pictures lie some 0.7 apart, in cells 0.4 wide.
final class CandidateKeys {
  private static final int TABLES = 6;
  private static final int PROJECTIONS = 12;
  private static final double CELL = 0.4;
  private static final long SEED = 48;
  private static final int COEFFICIENTS = CosineTransform.ORDER * CosineTransform.ORDER;
  private static final double[] DIRECTIONS = new double[TABLES * PROJECTIONS * COEFFICIENTS];
  private static final double[] SHIFTS = new double[TABLES * PROJECTIONS];

  static {
    Random random = new Random(SEED);
    for (int i = 0; i < DIRECTIONS.length; i++) {
      DIRECTIONS[i] = random.nextGaussian() / CELL;
    }
    for (int i = 0; i < SHIFTS.length; i++) {
      SHIFTS[i] = random.nextDouble();
    }
  }

  private CandidateKeys() {}

  /// The different keys of a thumbnail, sorted; none if it is constant.
  static long[] of(Thumbnail thumbnail) {
    if (thumbnail.isConstant()) {
      return new long[0];
    }
    double[] upright = CosineTransform.of(thumbnail);
    Symmetry[] symmetries = Symmetry.values();
    long[] keys = new long[TABLES * symmetries.length];
    for (Symmetry symmetry : symmetries) {
      double[] turned = symmetry.turnCoefficients(upright, CosineTransform.ORDER);
      for (int table = 0; table < TABLES; table++) {
        keys[symmetry.ordinal() * TABLES + table] = key(turned, table);
      }
    }
    return Arrays.stream(keys).sorted().distinct().toArray();
  }

  private static long key(double[] coefficients, int table) {
    long key = table;
    for (int i = 0; i < PROJECTIONS; i++) {
      int projection = table * PROJECTIONS + i;
      double place = SHIFTS[projection];
      int first = projection * COEFFICIENTS;
      for (int j = 0; j < COEFFICIENTS; j++) {
        place += coefficients[j] * DIRECTIONS[first + j];
      }
      key = mixed(key * 0x9E3779B97F4A7C15L + (long) Math.floor(place));
    }
    return key;
  }

  /// The finaliser of SplitMix64.
  private static long mixed(long value) {
    long once = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    long twice = (once ^ (once >>> 27)) * 0x94D049BB133111EBL;
    return twice ^ (twice >>> 31);
  }
}
