/// Proves a run from its files alone, whoever made them and wherever they lie: that nothing was
/// changed, lost, added or doubled, that no subject crossed splits, and what each record was made
/// of.
@NullMarked
package dev.shardline.audit;

import org.jspecify.annotations.NullMarked;
