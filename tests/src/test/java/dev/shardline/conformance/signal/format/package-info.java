/// Signal formats against the field's readers on real recordings.
@NullMarked
package dev.shardline.conformance.signal.format;

import org.jspecify.annotations.NullMarked;
