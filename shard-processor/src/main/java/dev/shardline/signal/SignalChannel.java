package dev.shardline.signal;

/// One signal channel: a row of a [Recording].
///
/// @param label the name within the recording, unique there, not blank: `Fp1`, `EEG Fpz-Cz`
/// @param unit what the values are in
/// @param type what is measured
public record SignalChannel(String label, SignalUnit unit, SignalType type) {
  public SignalChannel {
    if (label.isBlank()) {
      throw new IllegalArgumentException("A signal channel needs a label");
    }
  }

  /// The same channel under another name.
  public SignalChannel withLabel(String newLabel) {
    return new SignalChannel(newLabel, unit, type);
  }

  /// The same channel with values in another unit.
  public SignalChannel withUnit(SignalUnit newUnit) {
    return new SignalChannel(label, newUnit, type);
  }
}
