package dev.shardline.signal.clean;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Where electrodes of the 10-20 system and its 10-10 extension lie on a spherical head: BioSemi's
/// coordinates for 64 electrodes, which MNE calls the montage `biosemi64`. T3, T4, T5 and T6 are
/// the older names of T7, T8, P7 and P8.
final class ElectrodePositions {
  /// Inclination from the vertex (negative to the left) and azimuth, in degrees.
  private static final String TABLE =
      """
      Fp1 -92 -72  AF7 -92 -54  AF3 -74 -65  F1 -50 -68  F3 -60 -51  F5 -75 -41  F7 -92 -36
      FT7 -92 -18  FC5 -72 -21  FC3 -50 -28  FC1 -32 -45  C1 -23 0  C3 -46 0  C5 -69 0
      T7 -92 0  TP7 -92 18  CP5 -72 21  CP3 -50 28  CP1 -32 45  P1 -50 68  P3 -60 51
      P5 -75 41  P7 -92 36  P9 -115 36  PO7 -92 54  PO3 -74 65  O1 -92 72  Iz 115 -90
      Oz 92 -90  POz 69 -90  Pz 46 -90  CPz 23 -90  Fpz 92 90  Fp2 92 72  AF8 92 54
      AF4 74 65  AFz 69 90  Fz 46 90  F2 50 68  F4 60 51  F6 75 41  F8 92 36
      FT8 92 18  FC6 72 21  FC4 50 28  FC2 32 45  FCz 23 90  Cz 0 0  C2 23 0
      C4 46 0  C6 69 0  T8 92 0  TP8 92 -18  CP6 72 -21  CP4 50 -28  CP2 32 -45
      P2 50 -68  P4 60 -51  P6 75 -41  P8 92 -36  P10 115 -36  PO8 92 -54  PO4 74 -65
      O2 92 -72  T3 -92 0  T4 92 0  T5 -92 36  T6 92 -36
      """;

  private static final Map<String, double[]> BY_NAME =
      Stream.of(TABLE.strip().split("\\s{2,}|\\n\\s*"))
          .map(entry -> entry.split(" "))
          .collect(
              Collectors.toUnmodifiableMap(
                  entry -> entry[0].toLowerCase(Locale.ROOT),
                  entry -> onSphere(Double.parseDouble(entry[1]), Double.parseDouble(entry[2]))));

  private ElectrodePositions() {}

  /// The position of an electrode on the unit sphere (right, front, up); upper and lower case are
  /// one.
  static Optional<double[]> of(String label) {
    return Optional.ofNullable(BY_NAME.get(label.toLowerCase(Locale.ROOT))).map(double[]::clone);
  }

  private static double[] onSphere(double inclination, double azimuth) {
    double theta = Math.toRadians(inclination);
    double phi = Math.toRadians(azimuth);
    return new double[] {
      StrictMath.sin(theta) * StrictMath.cos(phi),
      StrictMath.sin(theta) * StrictMath.sin(phi),
      StrictMath.cos(theta)
    };
  }
}
