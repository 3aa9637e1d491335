/// Volumes on other grids: to a spacing, to a shape, or onto another volume's grid, by nearest
/// neighbour, linear or cubic spline interpolation. Coordinates, borders and rounding are those of
/// `scipy.ndimage.affine_transform`, grids those of `nibabel.processing`.
@NullMarked
package dev.shardline.volume.resample;

import org.jspecify.annotations.NullMarked;
