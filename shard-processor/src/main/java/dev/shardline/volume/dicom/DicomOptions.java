package dev.shardline.volume.dicom;

/// What to make of a DICOM file's stored values, beyond its rescale slope and intercept, which are
/// always applied.
///
/// @param window which grey levels to spread over 0 to 1, if any
/// @param centre of [Window#GIVEN], in rescaled values
/// @param width of [Window#GIVEN], at least 1
/// @param padding what becomes of pixels beyond the field of view
/// @param monochrome1 what becomes of pictures whose least value is white
/// @param burnedIn what to do with files that say they have text burned into the picture
public record DicomOptions(
    Window window,
    double centre,
    double width,
    Padding padding,
    Monochrome1 monochrome1,
    BurnedIn burnedIn) {

  /// A stretch of grey levels (PS3.3, C.11.2.1.2, LINEAR): spread over 0 to 1, cut off outside.
  public enum Window {
    /// All values as they are.
    NONE,
    /// The first window of each file; files without one are refused.
    FILE,
    /// One window for all files.
    GIVEN
  }

  /// Pixels of the file's padding value or range (PS3.3, C.7.5.1.1.2).
  public enum Padding {
    /// Like all others.
    KEEP,
    /// The least value of the rest of the volume.
    LOWEST
  }

  /// Pictures of photometric interpretation MONOCHROME1.
  public enum Monochrome1 {
    /// Turned over within the range of the stored bits, so that bright is white.
    INVERT,
    /// As stored.
    KEEP
  }

  /// Files whose BurnedInAnnotation says YES.
  public enum BurnedIn {
    /// Quarantined, since the text may name the patient.
    REFUSE,
    ACCEPT
  }

  /// Plain values, bright is white, no burned-in text.
  public static final DicomOptions STANDARD =
      new DicomOptions(Window.NONE, 0, 1, Padding.KEEP, Monochrome1.INVERT, BurnedIn.REFUSE);

  public DicomOptions {
    if (!(width >= 1) || !Double.isFinite(width) || !Double.isFinite(centre)) {
      throw new IllegalArgumentException(
          "A window is at least 1 wide, found centre %s and width %s".formatted(centre, width));
    }
  }

  /// The same with a window of its own.
  public DicomOptions withWindow(double newCentre, double newWidth) {
    return new DicomOptions(Window.GIVEN, newCentre, newWidth, padding, monochrome1, burnedIn);
  }
}
