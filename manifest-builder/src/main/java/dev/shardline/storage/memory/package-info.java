/// The store that lives as long as its object: for tests and for trying a recipe out.
@NullMarked
package dev.shardline.storage.memory;

import org.jspecify.annotations.NullMarked;
