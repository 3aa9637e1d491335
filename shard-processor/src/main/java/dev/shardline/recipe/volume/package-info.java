/// The recipe's steps for volumes: decode, turn, resample, crop, normalise, slice. Each is a thin
/// adapter from an [dev.shardline.recipe.Item] to an operation of [dev.shardline.volume]; spatial
/// steps carry companion volumes (masks, labels) along, by nearest neighbour.
@NullMarked
package dev.shardline.recipe.volume;

import org.jspecify.annotations.NullMarked;
