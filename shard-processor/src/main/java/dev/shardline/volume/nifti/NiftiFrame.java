package dev.shardline.volume.nifti;

import dev.shardline.volume.Affine;
import dev.shardline.volume.GeometrySource;
import org.jspecify.annotations.Nullable;

/// The place of the voxels in space and time, from whichever of a header's fields says it: the
/// sform, else the qform, else shape and voxel size (nibabel, `get_best_affine`).
///
/// @param sform null unless its code is set
/// @param qform null unless its code is set and it is needed or valid
/// @param assumed what remains without either
/// @param timeStepSeconds 0 where unknown
record NiftiFrame(
    @Nullable Affine sform, @Nullable Affine qform, Affine assumed, double timeStepSeconds) {

  Affine affine() {
    if (sform != null) {
      return sform;
    }
    return qform != null ? qform : assumed;
  }

  GeometrySource source() {
    if (sform != null) {
      return GeometrySource.SFORM;
    }
    return qform != null ? GeometrySource.QFORM : GeometrySource.ASSUMED;
  }
}
