/// Servers that tests run in their own process.
@NullMarked
package dev.shardline.embedded;

import org.jspecify.annotations.NullMarked;
