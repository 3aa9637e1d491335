package dev.shardline.signal;

import java.util.Locale;
import java.util.regex.Pattern;

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

  /// Electrode names of the 10-20 system and its extensions, with the dots some programs pad with.
  private static final Pattern TEN_TWENTY =
      Pattern.compile(
          "(fp|af|f|fc|ft|c|t|cp|tp|p|po|o|i)(z|\\d{1,2})h?\\.*", Pattern.CASE_INSENSITIVE);

  /// The type that a label tells by its first word (EDF+'s `EEG Fpz-Cz`, BIDS's types) or by being
  /// an electrode of the 10-20 system; [#OTHER] if it tells nothing.
  public static SignalType ofLabel(String label) {
    String first = label.strip().split("[\\s_:-]", 2)[0].toLowerCase(Locale.ROOT);
    return switch (first) {
      case "eeg" -> EEG;
      case "ieeg", "seeg", "ecog" -> IEEG;
      case "lfp" -> LFP;
      case "eog", "heog", "veog" -> EOG;
      case "ecg", "ekg" -> ECG;
      case "emg" -> EMG;
      case "acc", "accel", "accelerometer" -> ACCELERATION;
      case "gyr", "gyro", "gyroscope" -> GYROSCOPE;
      case "resp", "respiration", "respiratory" -> RESPIRATION;
      case "ppg", "pulse", "pleth", "cardiac" -> PULSE;
      case "eda", "gsr", "scr" -> SKIN_CONDUCTANCE;
      case "temp", "temperature" -> TEMPERATURE;
      case "status", "trig", "trigger", "sti", "stim", "dtrig", "marker" -> TRIGGER;
      default -> TEN_TWENTY.matcher(first).matches() ? EEG : OTHER;
    };
  }

  /// As configuration and tables name it: `skin-conductance`.
  public String fileName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
