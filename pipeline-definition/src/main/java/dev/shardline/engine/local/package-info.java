/// Runs workers as processes of this machine, one for each rank: starts them, waits for all, starts
/// a dead one again, and takes them along when this process ends.
@NullMarked
package dev.shardline.engine.local;

import org.jspecify.annotations.NullMarked;
