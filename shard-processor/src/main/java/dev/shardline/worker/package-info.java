/// One worker: which parts are its share, fetching their samples, running the recipe on all cores
/// within a memory budget, and committing the parts one after another. Says at the end what became
/// of every sample.
@NullMarked
package dev.shardline.worker;

import org.jspecify.annotations.NullMarked;
