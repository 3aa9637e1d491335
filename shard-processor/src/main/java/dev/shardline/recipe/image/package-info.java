/// The recipe's steps for pictures: decode, grey, crop, resize, scale and the like. Each is a thin
/// adapter from an [dev.shardline.recipe.Item] to a pure function on pictures; spatial steps carry
/// companion pictures (masks) along, without interpolation.
@NullMarked
package dev.shardline.recipe.image;

import org.jspecify.annotations.NullMarked;
