/// NIfTI-1 and NIfTI-2: header and voxels in, with the rules of nibabel; deterministic files out.
@NullMarked
package dev.shardline.volume.nifti;

import org.jspecify.annotations.NullMarked;
