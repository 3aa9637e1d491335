package dev.shardline.signal.format.edf;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.signal.format.raw.Calibration;
import dev.shardline.signal.format.raw.GainOffset;

/// Whose arithmetic turns digital into physical values. All are the line through (digital minimum,
/// physical minimum) and (digital maximum, physical maximum); they differ in the last bit.
public enum EdfCalibration {
  /// `d · gain + (pmin − dmin · gain)`: MNE-Python `mne.io.read_raw_edf`, in the file's unit. Times
  /// the unit's factor to volt it is MNE's value.
  MNE,
  /// `gain · (d + (pmax / gain − dmax))`: EDFlib and pyEDFlib.
  EDFLIB,
  /// `(d − dmin) · (pmax − pmin) / (dmax − dmin) + pmin`: the formula as one writes it down.
  PROPORTION;

  Calibration of(EdfSignal signal, EdfHeader header) throws MalformedDataException {
    if (header.isTrigger(signal)) {
      return GainOffset.IDENTITY;
    }
    requireRange(signal, header.signalCount());
    double physical = signal.physicalMaximum() - signal.physicalMinimum();
    double digital = (double) signal.digitalMaximum() - signal.digitalMinimum();
    double gain = physical / digital;
    return switch (this) {
      case MNE -> new GainOffset(gain, signal.physicalMinimum() - signal.digitalMinimum() * gain);
      case EDFLIB ->
          new ScaledShift(signal.physicalMaximum() / gain - signal.digitalMaximum(), gain);
      case PROPORTION ->
          new Proportion(signal.digitalMinimum(), physical, digital, signal.physicalMinimum());
    };
  }

  private static void requireRange(EdfSignal signal, int signalCount)
      throws MalformedDataException {
    if (signal.physicalMinimum() == signal.physicalMaximum()) {
      throw EdfHeaderText.malformed(
          EdfField.PHYSICAL_MAXIMUM,
          EdfField.PHYSICAL_MAXIMUM.offset(signal.index(), signalCount),
          "something other than the physical minimum for '" + signal.label() + "'",
          signal.physicalMaximum() + " for both");
    }
    if (signal.digitalMinimum() >= signal.digitalMaximum()) {
      throw EdfHeaderText.malformed(
          EdfField.DIGITAL_MAXIMUM,
          EdfField.DIGITAL_MAXIMUM.offset(signal.index(), signalCount),
          "more than the digital minimum, %d, for '%s'"
              .formatted(signal.digitalMinimum(), signal.label()),
          "" + signal.digitalMaximum());
    }
  }
}
