package dev.shardline.dicom;

/// What the beginning of a file tells.
///
/// @param data the elements before the pixels, as far as they were there whole
/// @param complete whether the pixels' element was reached
public record DicomHead(DicomDataSet data, boolean complete) {}
