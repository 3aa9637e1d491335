/// Looks inside recordings on behalf of the builder: what their headers say, and a digest of their
/// decoded signal, by which copies under other names are found.
@NullMarked
package dev.shardline.signal.probe;

import org.jspecify.annotations.NullMarked;
