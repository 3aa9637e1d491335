/// What the builder asks of a file's inside, without knowing any format: header facts, the series a
/// file belongs to, a fingerprint that finds copies. Formats implement
/// [dev.shardline.probe.ContentProbe]; the wiring brings both together.
@NullMarked
package dev.shardline.probe;

import org.jspecify.annotations.NullMarked;
