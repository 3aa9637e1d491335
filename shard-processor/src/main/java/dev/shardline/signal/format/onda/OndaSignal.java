package dev.shardline.signal.format.onda;

import dev.shardline.signal.SamplingRate;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;

/// A row of a signal table (`onda.signal@2`).
///
/// @param filePath a URI, or a path relative to the table
/// @param span within the recording
/// @param sensorLabel names the sensor within the recording
/// @param channels names, unique, in the order of the stored numbers
/// @param unit singular and spelled out: `microvolt`
public record OndaSignal(
    UUID recording,
    String filePath,
    FileFormat fileFormat,
    TimeSpan span,
    String sensorType,
    String sensorLabel,
    List<String> channels,
    String unit,
    SampleEncoding encoding,
    SamplingRate rate) {
  /// @throws IllegalArgumentException if a name breaks the specification's rules, or channels
  ///   repeat
  public OndaSignal {
    channels = List.copyOf(channels);
    OndaNames.requireName("sensor_type", sensorType);
    OndaNames.requireName("sensor_label", sensorLabel);
    OndaNames.requireName("sample_unit", unit);
    channels.forEach(OndaNames::requireChannel);
    if (channels.isEmpty() || new HashSet<>(channels).size() != channels.size()) {
      throw new IllegalArgumentException(
          "A signal has 1 or more channels of different names, not " + channels);
    }
  }

  /// How many time points the span says there are.
  public long timePoints() {
    return span.timePoints(rate.hertz());
  }

  /// Bytes of one time point.
  public int frameBytes() {
    return channels.size() * encoding.type().encoding().bytes();
  }
}
