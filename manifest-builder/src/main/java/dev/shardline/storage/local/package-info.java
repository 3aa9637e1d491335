/// The store on a file system: each object is a file, published by giving a finished file its name.
@NullMarked
package dev.shardline.storage.local;

import org.jspecify.annotations.NullMarked;
