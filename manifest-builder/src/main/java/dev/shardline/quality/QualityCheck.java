package dev.shardline.quality;

import dev.shardline.manifest.Severity;
import java.util.Locale;

/// What is looked for, and how much it matters unless the user makes it a gate.
public enum QualityCheck {
  /// An object without bytes.
  EMPTY_OBJECT(Severity.WARNING),
  /// A sample whose size is far from the others'.
  SIZE_OUTLIER(Severity.NOTE),
  /// A header that cannot be read.
  UNREADABLE_HEADER(Severity.WARNING),
  /// Several file formats.
  MIXED_FORMAT(Severity.NOTE),
  /// Several image sizes.
  MIXED_SIZE(Severity.NOTE),
  /// Grey and colour, or several depths.
  MIXED_MODE(Severity.WARNING),
  MIXED_SHAPE(Severity.NOTE),
  MIXED_SPACING(Severity.WARNING),
  MIXED_ORIENTATION(Severity.WARNING),
  MIXED_ELEMENT_TYPE(Severity.NOTE),
  MIXED_SAMPLING_RATE(Severity.WARNING),
  MIXED_UNITS(Severity.WARNING),
  MIXED_SIGNAL_CHANNELS(Severity.WARNING),
  /// A volume that says nothing of where it lies.
  GEOMETRY_MISSING(Severity.WARNING),
  /// A NIfTI whose qform and sform place it differently.
  GEOMETRY_CONFLICT(Severity.WARNING),
  /// Header fields that hold personal data.
  PERSONAL_DATA(Severity.WARNING),
  /// A number in a header that is far from the others'.
  HEADER_OUTLIER(Severity.NOTE),
  /// Classes of very different size.
  CLASS_IMBALANCE(Severity.NOTE),
  /// A class of few samples.
  TINY_CLASS(Severity.WARNING),
  /// A column or a header's fact that tells the label.
  CONFOUNDING(Severity.WARNING);

  private final Severity severity;

  QualityCheck(Severity severity) {
    this.severity = severity;
  }

  Severity severity() {
    return severity;
  }

  /// The name used in files and configurations: `mixed-sampling-rate`.
  public String fileName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
