/// Everything the service would refuse, found before anything is sent: names, sizes, limits,
/// references between steps, and what the account must have. All problems at once, each with its
/// place.
@NullMarked
package dev.shardline.pipeline.check;

import org.jspecify.annotations.NullMarked;
