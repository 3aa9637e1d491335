/// Listing fast: many requests at once over one or many prefixes whose shape is not known,
/// delivered as one sorted sequence with bounded memory.
@NullMarked
package dev.shardline.listing.parallel;

import org.jspecify.annotations.NullMarked;
