@NullMarked
package dev.shardline.recipe.image;

import org.jspecify.annotations.NullMarked;
