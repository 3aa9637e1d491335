/// Looks into recordings: headers, annotations, the first seconds, and their spectrum.
@NullMarked
package dev.shardline.inspect.signal;

import org.jspecify.annotations.NullMarked;
