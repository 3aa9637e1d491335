/// Volumes: 3-D and 4-D pictures with a place in space. The carrier [dev.shardline.volume.Volume],
/// its memory layout and its affine live here; the packages below read formats into it (`nifti`,
/// `dicom`) and change its geometry and its intensities. Nothing here knows where bytes come from.
@NullMarked
package dev.shardline.volume;

import org.jspecify.annotations.NullMarked;
