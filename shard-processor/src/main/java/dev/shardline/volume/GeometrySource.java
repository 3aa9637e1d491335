package dev.shardline.volume;

/// Where a volume's affine was read from.
public enum GeometrySource {
  /// The sform of a NIfTI header.
  SFORM,
  /// The qform of a NIfTI header.
  QFORM,
  /// Image position and orientation of DICOM frames.
  IMAGE_POSITION,
  /// Nowhere: made up from the shape and voxel size, so left and right are a guess.
  ASSUMED
}
