@NullMarked
package dev.shardline.recipe.tensor;

import org.jspecify.annotations.NullMarked;
