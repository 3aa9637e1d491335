package dev.shardline.dicom;

/// Where a value lies.
///
/// @param offset in the bytes of its data set
/// @param length bytes; of a sequence, of all its items
/// @param implicit whether what lies inside, if it is a sequence, has no value representations: so
///   in implicit data sets, and in explicit ones where a sequence stands as UN (PS3.5, 6.2.2)
public record DicomElement(int offset, int length, boolean implicit) {
  /// Where the value ends.
  public int end() {
    return offset + length;
  }
}
