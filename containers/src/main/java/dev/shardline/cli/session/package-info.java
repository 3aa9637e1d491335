/// What every command shares: its options, its stores, how its result and its log look, and the
/// wiring of formats, steps and stores.
@NullMarked
package dev.shardline.cli.session;

import org.jspecify.annotations.NullMarked;
