/// What a worker tells while it works: counts, times of every stage, depths of its queues.
@NullMarked
package dev.shardline.telemetry;

import org.jspecify.annotations.NullMarked;
