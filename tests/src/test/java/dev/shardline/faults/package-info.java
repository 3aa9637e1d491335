/// An S3 server in this process that fails on purpose, by a seed: for tests of what must survive a
/// bad network and a bad server.
@NullMarked
package dev.shardline.faults;

import org.jspecify.annotations.NullMarked;
