/// Where voxels are: orientation, resampling, cropping, padding, flips and slices. Every operation
/// gives a new volume whose affine still says where each voxel lies in the patient.
@NullMarked
package dev.shardline.volume.geometry;

import org.jspecify.annotations.NullMarked;
