package dev.shardline.volume.nifti;

/// The header fields that are read or written, with their places and types in both versions
/// (nifti1.h, nifti2.h).
enum NiftiField {
  SIZEOF_HDR("sizeof_hdr", 0, Kind.INT32, 0, Kind.INT32),
  DIM("dim", 40, Kind.INT16, 16, Kind.INT64),
  DATATYPE("datatype", 70, Kind.INT16, 12, Kind.INT16),
  BITPIX("bitpix", 72, Kind.INT16, 14, Kind.INT16),
  PIXDIM("pixdim", 76, Kind.FLOAT32, 104, Kind.FLOAT64),
  VOX_OFFSET("vox_offset", 108, Kind.FLOAT32, 168, Kind.INT64),
  SCL_SLOPE("scl_slope", 112, Kind.FLOAT32, 176, Kind.FLOAT64),
  SCL_INTER("scl_inter", 116, Kind.FLOAT32, 184, Kind.FLOAT64),
  XYZT_UNITS("xyzt_units", 123, Kind.UINT8, 500, Kind.INT32),
  QFORM_CODE("qform_code", 252, Kind.INT16, 344, Kind.INT32),
  SFORM_CODE("sform_code", 254, Kind.INT16, 348, Kind.INT32),
  /// b, c, d.
  QUATERN("quatern", 256, Kind.FLOAT32, 352, Kind.FLOAT64),
  /// x, y, z.
  QOFFSET("qoffset", 268, Kind.FLOAT32, 376, Kind.FLOAT64),
  /// Three rows of four.
  SROW("srow", 280, Kind.FLOAT32, 400, Kind.FLOAT64),
  MAGIC("magic", 344, Kind.UINT8, 4, Kind.UINT8);

  /// How a field's elements are stored.
  enum Kind {
    UINT8(1),
    INT16(2),
    INT32(4),
    INT64(8),
    FLOAT32(4),
    FLOAT64(8);

    final int bytes;

    Kind(int bytes) {
      this.bytes = bytes;
    }
  }

  private final String label;
  private final int offset1;
  private final Kind kind1;
  private final int offset2;
  private final Kind kind2;

  NiftiField(String label, int offset1, Kind kind1, int offset2, Kind kind2) {
    this.label = label;
    this.offset1 = offset1;
    this.kind1 = kind1;
    this.offset2 = offset2;
    this.kind2 = kind2;
  }

  /// The name in nifti1.h.
  String label() {
    return label;
  }

  Kind kind(NiftiVersion version) {
    return version == NiftiVersion.NIFTI_1 ? kind1 : kind2;
  }

  /// Byte offset of an element in the header.
  int offset(NiftiVersion version, int index) {
    int start = version == NiftiVersion.NIFTI_1 ? offset1 : offset2;
    return start + index * kind(version).bytes;
  }
}
