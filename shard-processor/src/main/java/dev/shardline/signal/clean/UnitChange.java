package dev.shardline.signal.clean;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import dev.shardline.signal.Recording;
import dev.shardline.signal.SignalChannel;
import dev.shardline.signal.SignalUnit;
import dev.shardline.signal.Traces;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/// Brings signal channels to one unit.
///
/// @param target the unit
/// @param others what becomes of channels whose unit does not convert into it
public record UnitChange(SignalUnit target, Others others) {
  /// What becomes of signal channels whose unit does not convert.
  public enum Others {
    /// The recording is refused.
    REFUSE,
    /// They stay as they are.
    KEEP
  }

  /// The recording with values multiplied by the factor between the units, in float64, and rounded
  /// once for float32 traces.
  ///
  /// @throws MalformedDataException if a unit does not convert and that is refused
  public Recording apply(Recording recording) throws MalformedDataException {
    List<SignalChannel> channels = new ArrayList<>();
    double[] factors = new double[recording.channels().size()];
    for (SignalChannel channel : recording.channels()) {
      OptionalDouble factor = channel.unit().factorTo(target);
      if (factor.isEmpty() && others == Others.REFUSE) {
        throw new MalformedDataException(
            Reason.WRONG_KIND,
            "unit of '" + channel.label() + "'",
            "one that converts into " + target,
            channel.unit().toString());
      }
      factors[channels.size()] = factor.orElse(1);
      channels.add(factor.isPresent() ? channel.withUnit(target) : channel);
    }
    return recording.withChannels(channels, scaled(recording.traces(), factors));
  }

  private static Traces scaled(Traces traces, double[] factors) {
    return traces.mapColumns(rows ->
        IntStream.range(0, factors.length)
            .mapToObj(channel -> times(rows[channel], factors[channel]))
            .toArray(double[][]::new));
  }

  private static double[] times(double[] row, double factor) {
    double[] scaled = new double[row.length];
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] = row[i] * factor;
    }
    return scaled;
  }
}
