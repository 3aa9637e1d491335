/// Growing data sets: what an earlier build decided of samples (their splits, parts and groups of
/// copies) and how today's samples go together with it.
@NullMarked
package dev.shardline.growth;

import org.jspecify.annotations.NullMarked;
