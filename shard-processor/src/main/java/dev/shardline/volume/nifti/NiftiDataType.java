package dev.shardline.volume.nifti;

import dev.shardline.volume.VoxelType;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The `datatype` codes of NIfTI. Those without a [VoxelType] are known but not read: they have no
/// single real number per voxel, or one that no Java type holds.
public enum NiftiDataType {
  BINARY(1, 1, null),
  UINT8(2, 8, VoxelType.UINT8),
  INT16(4, 16, VoxelType.INT16),
  INT32(8, 32, VoxelType.INT32),
  FLOAT32(16, 32, VoxelType.FLOAT32),
  COMPLEX64(32, 64, null),
  FLOAT64(64, 64, VoxelType.FLOAT64),
  RGB24(128, 24, null),
  INT8(256, 8, VoxelType.INT8),
  UINT16(512, 16, VoxelType.UINT16),
  UINT32(768, 32, VoxelType.UINT32),
  INT64(1024, 64, VoxelType.INT64),
  UINT64(1280, 64, VoxelType.UINT64),
  FLOAT128(1536, 128, null),
  COMPLEX128(1792, 128, null),
  COMPLEX256(2048, 256, null),
  RGBA32(2304, 32, null);

  private final int code;
  private final int bits;
  private final @Nullable VoxelType voxelType;

  NiftiDataType(int code, int bits, @Nullable VoxelType voxelType) {
    this.code = code;
    this.bits = bits;
    this.voxelType = voxelType;
  }

  /// The value of `datatype`.
  public int code() {
    return code;
  }

  /// The value of `bitpix`.
  public int bits() {
    return bits;
  }

  /// What voxels become when read; empty if this type is not read.
  public Optional<VoxelType> voxelType() {
    return Optional.ofNullable(voxelType);
  }

  /// The name that users know: `complex64`.
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<NiftiDataType> ofCode(long code) {
    return Arrays.stream(values()).filter(type -> type.code == code).findFirst();
  }

  /// The type that writes voxels of this type.
  static NiftiDataType of(VoxelType type) {
    return Arrays.stream(values())
        .filter(candidate -> candidate.voxelType == type)
        .findFirst()
        .orElseThrow();
  }
}
