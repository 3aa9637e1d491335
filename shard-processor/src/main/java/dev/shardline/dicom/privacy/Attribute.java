package dev.shardline.dicom.privacy;

import java.util.Set;

/// An attribute that the profile names, or one of the acquisition that it does not.
///
/// @param tag group and element
/// @param keyword its name in PS3.6
/// @param representation its value representation
public record Attribute(int tag, String keyword, String representation, ProfileAction action) {
  private static final Set<String> TEXT =
      Set.of(
          "AE", "AS", "CS", "DA", "DS", "DT", "IS", "LO", "LT", "PN", "SH", "ST", "TM", "UC", "UI",
          "UR", "UT");

  /// Whether its values are text in the file.
  public boolean isText() {
    return TEXT.contains(representation);
  }
}
