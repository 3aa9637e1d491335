/// The recipe's steps for recordings: decode, choose signal channels, filter, resample, clean, cut
/// into epochs, scale, estimate spectra and features. Each is a thin adapter from an
/// [dev.shardline.recipe.Item] to pure functions on recordings.
@NullMarked
package dev.shardline.recipe.signal;

import org.jspecify.annotations.NullMarked;
