/// Benchmarks of the build: manifests of millions of keys, the balance of splits, the growth of the
/// search for copies. Programs with a main method; the peers they are compared with lie in
/// tests/peers.
@NullMarked
package dev.shardline.benchmark.build;

import org.jspecify.annotations.NullMarked;
