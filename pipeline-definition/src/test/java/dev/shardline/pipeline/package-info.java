@NullMarked
package dev.shardline.pipeline;

import org.jspecify.annotations.NullMarked;
