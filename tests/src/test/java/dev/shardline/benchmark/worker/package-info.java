/// Benchmarks of whole workers: run by hand when the machine is quiet, never by the tests.
@NullMarked
package dev.shardline.benchmark.worker;

import org.jspecify.annotations.NullMarked;
