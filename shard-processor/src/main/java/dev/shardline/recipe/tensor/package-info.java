/// Steps over plain tensors, whatever field they come from: those that learn from the whole train
/// split, and quality checks.
@NullMarked
package dev.shardline.recipe.tensor;

import org.jspecify.annotations.NullMarked;
