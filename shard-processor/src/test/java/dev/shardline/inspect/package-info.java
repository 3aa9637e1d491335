@NullMarked
package dev.shardline.inspect;

import org.jspecify.annotations.NullMarked;
