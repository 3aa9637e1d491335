package dev.shardline.volume.probe;

import dev.shardline.dataset.SourceObject;
import java.util.regex.Pattern;

/// Which file names are those of volumes. DICOM files often have none but a number or a unique
/// identifier.
final class VolumeNames {
  private static final Pattern EXTENSIONS =
      Pattern.compile("(?i).*\\.(nii|hdr|img)(\\.gz)?|.*\\.(dcm|dicom|ima)");
  private static final Pattern NUMBERED =
      Pattern.compile(
          "(?i)(im|img|image|mr|ct|i|slice|z)?[-_.]?[0-9][0-9._-]*((mr|ct)dc[.][0-9]+)?");

  private VolumeNames() {}

  /// Whether the object is the header of a NIfTI pair.
  static boolean isHeader(SourceObject object) {
    return object.location().fileName().matches("(?i).*\\.hdr(\\.gz)?");
  }

  static boolean match(String fileName) {
    return EXTENSIONS.matcher(fileName).matches() || NUMBERED.matcher(fileName).matches();
  }
}
