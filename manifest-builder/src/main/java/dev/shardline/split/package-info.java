/// Which sample is in which split: groups that must not be cut, strata whose shares are to be kept,
/// and a search for the assignment that keeps them best. Pure arithmetic on numbered samples; knows
/// neither names nor stores. See docs/adr for the method.
@NullMarked
package dev.shardline.split;

import org.jspecify.annotations.NullMarked;
