/// A run as a folder: begun by whoever comes first, filled by workers part by part, ended by an
/// index.
@NullMarked
package dev.shardline.run;

import org.jspecify.annotations.NullMarked;
