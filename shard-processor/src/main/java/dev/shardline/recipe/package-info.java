/// The ordered steps that turn a sample's bytes into records: typed inputs and outputs that are
/// checked before anything is read, randomness from seed and sample id alone, a trail of what was
/// done. The engine and its interfaces live here; the steps of a field live in packages below
/// (`recipe.image`, …) or in a user's jar, found by [java.util.ServiceLoader].
@NullMarked
package dev.shardline.recipe;

import org.jspecify.annotations.NullMarked;
