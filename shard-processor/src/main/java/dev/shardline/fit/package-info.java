/// The fit pass: lets the steps of a recipe learn from the train split, and from nothing else,
/// before the recipe can run. Every part of the split gives one partial result; they merge exactly,
/// so that any workers in any order, stopped and begun again, come to the same bytes.
@NullMarked
package dev.shardline.fit;

import org.jspecify.annotations.NullMarked;
