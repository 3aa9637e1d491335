package dev.shardline.probe;

import java.util.Locale;

/// The facts a header may give. A number is written as `Double.toString` or as a whole number; a
/// list of numbers with `x` between them (`256x256x180`); text as it stands, trimmed.
public enum FactName {
  /// The file's format and variant as its bytes tell: `jpeg`, `nifti-1`, `edf+c`.
  FORMAT(Kind.TEXT),
  /// Pixels per row.
  WIDTH(Kind.NUMBER),
  /// Pixels per column.
  HEIGHT(Kind.NUMBER),
  /// Colour model and depth of an image: `grey-8`, `grey-16`, `rgb-8`.
  MODE(Kind.TEXT),
  /// Extent along every axis of a volume, in the file's axis order.
  SHAPE(Kind.TEXT),
  /// Voxel size in mm along every spatial axis, three decimals.
  SPACING_MM(Kind.TEXT),
  /// Axis codes, such as `RAS`.
  ORIENTATION(Kind.TEXT),
  /// How the stored numbers are typed: `int16`, `float32`.
  ELEMENT_TYPE(Kind.TEXT),
  /// `true` where a volume says nothing of where it lies in space.
  GEOMETRY_MISSING(Kind.FLAG),
  /// `true` where a NIfTI's qform and sform place it differently.
  GEOMETRY_CONFLICT(Kind.FLAG),
  /// How many signal channels.
  SIGNAL_CHANNELS(Kind.NUMBER),
  /// The signal channels' sampling rate; all different ones with `x` between them.
  SAMPLING_RATE_HZ(Kind.TEXT),
  /// The recording's length.
  DURATION_SECONDS(Kind.NUMBER),
  /// The units of the signal channels, sorted, each once, with a space between them.
  UNITS(Kind.TEXT),
  /// Maker and model of the device.
  SCANNER(Kind.TEXT),
  /// Main magnetic field.
  FIELD_STRENGTH_TESLA(Kind.TEXT),
  /// Where it was recorded.
  SITE(Kind.TEXT),
  /// The subject as the header names it.
  SUBJECT(Kind.TEXT),
  /// The names of header fields that hold personal data, sorted, with a space between them; never
  /// their values.
  PERSONAL_DATA(Kind.TEXT),
  /// `true` where the header says that text is burned into the picture, which may name the subject.
  BURNED_IN_ANNOTATION(Kind.FLAG),
  /// What made it, as DICOM abbreviates it: `MR`, `CT`.
  MODALITY(Kind.TEXT),
  /// How many bytes the decoded data takes.
  DECODED_BYTES(Kind.NUMBER);

  /// How a fact's text is to be read.
  public enum Kind {
    TEXT,
    NUMBER,
    FLAG
  }

  private final Kind kind;

  FactName(Kind kind) {
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }

  /// The name used in files and configurations: `sampling-rate-hz`.
  public String fileName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
