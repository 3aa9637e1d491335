/// The configurations under `docs/examples`, each run by the whole program on data made for it.
@NullMarked
package dev.shardline.examples;

import org.jspecify.annotations.NullMarked;
