package dev.shardline.signal.spectrum;

import dev.shardline.data.DataKind;
import dev.shardline.data.Payload;
import dev.shardline.signal.SignalChannel;
import dev.shardline.signal.Traces;
import java.util.Arrays;
import java.util.List;

/// Power over frequency: row i of the power is signal channel i, column k is bin k. Bins are evenly
/// spaced from 0 Hz up; a two-sided spectrum has the negative frequencies behind them, the lowest
/// first.
///
/// Immutable; the power's arrays are not to be written. Safe to share between threads.
public final class Spectrum implements Payload {
  private final List<SignalChannel> channels;
  private final double[] frequencies;
  private final Traces power;
  private final PowerUnit unit;

  /// What a value of a spectrum is, given the unit of its signal.
  public enum PowerUnit {
    /// The unit squared per Hz.
    DENSITY,
    /// The unit squared.
    POWER;

    /// `µV²/Hz`; empty for a signal without unit.
    public String of(SignalChannel channel) {
      String symbol = channel.unit().symbol();
      if (symbol.isEmpty()) {
        return "";
      }
      return symbol + (this == DENSITY ? "²/Hz" : "²");
    }

    /// The unit of its root, `µV/√Hz`; empty for a signal without unit.
    public String rootOf(SignalChannel channel) {
      String symbol = channel.unit().symbol();
      return symbol.isEmpty() || this == POWER ? symbol : symbol + "/√Hz";
    }
  }

  /// @param frequencies of the columns in Hz, evenly spaced, ascending on each side; taken over
  /// @param power taken over
  /// @throws IllegalArgumentException if rows or columns differ in number from what they are
  public Spectrum(
      List<SignalChannel> channels, double[] frequencies, Traces power, PowerUnit unit) {
    this.channels = List.copyOf(channels);
    this.frequencies = frequencies;
    this.power = power;
    this.unit = unit;
    if (power.channels() != channels.size() || power.timePoints() != frequencies.length) {
      throw new IllegalArgumentException(
          "A spectrum of %d signal channels and %d frequencies cannot be %d × %d"
              .formatted(
                  channels.size(), frequencies.length, power.channels(), power.timePoints()));
    }
  }

  public List<SignalChannel> channels() {
    return channels;
  }

  /// The frequency of each bin in Hz; a copy.
  public double[] frequencies() {
    return frequencies.clone();
  }

  public Traces power() {
    return power;
  }

  public PowerUnit unit() {
    return unit;
  }

  /// Whether it shows the negative frequencies, too.
  public boolean isTwoSided() {
    return frequencies.length > 0 && frequencies[frequencies.length - 1] < 0;
  }

  /// The spectrum with the power of each negative frequency added to that of the positive one;
  /// itself if it shows no negative ones.
  public Spectrum oneSided() {
    if (!isTwoSided()) {
      return this;
    }
    double[] kept = new double[frequencies.length / 2 + 1];
    Arrays.setAll(kept, k -> Math.abs(frequencies[k]));
    return new Spectrum(channels, kept, power.mapRows(row -> folded(row, kept.length)), unit);
  }

  private static double[] folded(double[] row, int bins) {
    double[] folded = Arrays.copyOf(row, bins);
    for (int k = 1; k < bins; k++) {
      int partner = row.length - k;
      folded[k] += partner == k ? 0 : row[partner];
    }
    return folded;
  }

  /// The bins from `low` to `high` Hz, both included, of one side.
  ///
  /// @throws IllegalArgumentException if there are none, or the spectrum has two sides
  public Spectrum between(double low, double high) {
    if (isTwoSided()) {
      throw new IllegalArgumentException(
          "A two-sided spectrum is taken whole, not from low to high");
    }
    int from = 0;
    while (from < frequencies.length && frequencies[from] < low) {
      from++;
    }
    int to = from;
    while (to < frequencies.length && frequencies[to] <= high) {
      to++;
    }
    if (from == to) {
      throw new IllegalArgumentException("No frequency lies from %s to %s Hz".formatted(low, high));
    }
    double[] kept = Arrays.copyOfRange(frequencies, from, to);
    return new Spectrum(channels, kept, power.columns(from, to), unit);
  }

  @Override
  public DataKind kind() {
    return DataKind.SPECTRUM;
  }

  @Override
  public long memoryBytes() {
    return (long) power.channels() * power.timePoints() * power.bytesPerValue();
  }

  @Override
  public String toString() {
    return "%d signal channels × %d frequencies".formatted(channels.size(), frequencies.length);
  }
}
