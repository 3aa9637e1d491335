package dev.shardline.volume.nifti;

import dev.shardline.volume.Affine;
import dev.shardline.volume.GeometrySource;

/// The place of the voxels in space and time, from whichever of a header's fields says it.
///
/// @param timeStepSeconds 0 where unknown
record NiftiFrame(Affine affine, GeometrySource source, double timeStepSeconds) {}
