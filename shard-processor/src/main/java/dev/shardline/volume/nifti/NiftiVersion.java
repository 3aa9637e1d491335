package dev.shardline.volume.nifti;

/// The two header layouts; the first four bytes of a header are its size, which tells version and
/// byte order apart.
public enum NiftiVersion {
  NIFTI_1(348),
  NIFTI_2(540);

  private final int headerBytes;

  NiftiVersion(int headerBytes) {
    this.headerBytes = headerBytes;
  }

  /// The value of `sizeof_hdr`.
  public int headerBytes() {
    return headerBytes;
  }

  /// Where voxels begin at the earliest in a single file: header, four extension bytes, rounded up
  /// to 16.
  public int earliestData() {
    return this == NIFTI_1 ? 352 : 544;
  }
}
