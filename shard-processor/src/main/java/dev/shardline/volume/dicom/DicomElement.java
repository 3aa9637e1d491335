package dev.shardline.volume.dicom;

/// Where a value lies.
///
/// @param offset in the bytes of its data set
/// @param length bytes
record DicomElement(int offset, int length) {}
