/// Where objects are kept: one small port, [dev.shardline.storage.ObjectStore], and its local and
/// in-memory implementations. The S3 implementation lives in a package of its own that only the
/// wiring names.
@NullMarked
package dev.shardline.storage;

import org.jspecify.annotations.NullMarked;
