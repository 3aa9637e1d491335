@NullMarked
package dev.shardline.inspect.lineage;

import org.jspecify.annotations.NullMarked;
