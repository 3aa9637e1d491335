package dev.shardline.signal;

import java.util.Locale;

/// What a signal channel measures, in the words of BIDS `channels.tsv` where BIDS has one.
public enum SignalType {
  /// Electroencephalogram.
  EEG,
  /// Intracranial electroencephalogram: depth, strip or grid electrodes.
  IEEG,
  /// Local field potential.
  LFP,
  /// Electrooculogram.
  EOG,
  /// Electrocardiogram.
  ECG,
  /// Electromyogram.
  EMG,
  /// Acceleration.
  ACCELERATION,
  /// Angular velocity.
  GYROSCOPE,
  /// Breathing: belt, thermistor or air flow.
  RESPIRATION,
  /// Pulse: photoplethysmogram or pressure.
  PULSE,
  /// Electrodermal activity.
  SKIN_CONDUCTANCE,
  /// Temperature.
  TEMPERATURE,
  /// Trigger codes, not a physical quantity.
  TRIGGER,
  /// Anything else, or not stated.
  OTHER;

  /// As configuration and tables name it: `skin-conductance`.
  public String fileName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
