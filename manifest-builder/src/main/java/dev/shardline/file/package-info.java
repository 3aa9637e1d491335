/// How files of this machine are read fast.
@NullMarked
package dev.shardline.file;

import org.jspecify.annotations.NullMarked;
