/// How a split's samples are cut into parts: the units of work, of commit and of output.
@NullMarked
package dev.shardline.parts;

import org.jspecify.annotations.NullMarked;
