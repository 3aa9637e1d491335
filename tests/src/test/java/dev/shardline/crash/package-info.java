/// Kills real worker processes at every step of the commit protocol and holds what comes out in the
/// end to an undisturbed run.
@NullMarked
package dev.shardline.crash;

import org.jspecify.annotations.NullMarked;
