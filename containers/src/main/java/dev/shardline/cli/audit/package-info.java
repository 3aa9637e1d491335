/// The commands under `audit`: proofs from a run's files alone.
@NullMarked
package dev.shardline.cli.audit;

import org.jspecify.annotations.NullMarked;
