/// What every store must do, and the stores that are held to it: memory, local files, S3 on an
/// in-process server, and any S3 endpoint that the environment names.
@NullMarked
package dev.shardline.conformance.storage;

import org.jspecify.annotations.NullMarked;
