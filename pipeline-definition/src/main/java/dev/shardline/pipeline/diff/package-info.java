/// What an update would change: the differences between the deployed and the rendered definition,
/// which steps will be taken from the cache afterwards, and whether someone else has been at it.
@NullMarked
package dev.shardline.pipeline.diff;

import org.jspecify.annotations.NullMarked;
