/// How things go wrong: what the user can mend, what a retry may mend, and what is wrong with one
/// sample's data. Every message names the place, what was expected, what was found and what to do.
@NullMarked
package dev.shardline.failure;

import org.jspecify.annotations.NullMarked;
