package dev.shardline.volume.nifti;

import dev.shardline.failure.MalformedDataException;
import dev.shardline.failure.Reason;
import dev.shardline.volume.GeometrySource;
import dev.shardline.volume.VolumeHeader;
import dev.shardline.volume.VolumeShape;
import dev.shardline.volume.VoxelType;
import java.nio.ByteOrder;

/// A checked NIfTI header.
///
/// @param order the byte order of header and voxels
/// @param singleFile whether the voxels stand in the same file (`.nii`) or in an `.img`
/// @param dataOffset byte offset of the first voxel in its file
record NiftiHeader(
    NiftiVersion version,
    ByteOrder order,
    boolean singleFile,
    VolumeShape shape,
    NiftiDataType dataType,
    long dataOffset,
    IntensityScale scale,
    NiftiFrame frame) {

  /// @throws MalformedDataException if voxels of this type are not read
  VoxelType voxelType() throws MalformedDataException {
    return dataType
        .voxelType()
        .orElseThrow(() ->
            new MalformedDataException(
                Reason.UNSUPPORTED,
                NiftiField.DATATYPE.label(),
                NiftiField.DATATYPE.offset(version, 0),
                "an integer or floating point type up to 64 bits",
                dataType.label() + " (" + dataType.code() + ")"));
  }

  /// @throws MalformedDataException if the type or the geometry cannot be used
  VolumeHeader describe() throws MalformedDataException {
    return new VolumeHeader(
        version == NiftiVersion.NIFTI_1 ? "NIfTI-1" : "NIfTI-2",
        shape,
        voxelType(),
        VoxelDecoder.keepsShorts(voxelType(), scale) ? Short.BYTES : Float.BYTES,
        frame.affine(),
        frame.source(),
        frame.timeStepSeconds());
  }

  boolean hasGeometry() {
    return frame.source() != GeometrySource.ASSUMED;
  }
}
