/// Checks of a data set before anything is done with it: what headers say, sizes, classes, and
/// columns that give the label away. Each check is a function from what is known of samples to
/// findings; gates make findings stop a build.
@NullMarked
package dev.shardline.quality;

import org.jspecify.annotations.NullMarked;
