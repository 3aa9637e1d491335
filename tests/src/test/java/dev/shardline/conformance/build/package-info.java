/// Builds of real data sets.
@NullMarked
package dev.shardline.conformance.build;

import org.jspecify.annotations.NullMarked;
