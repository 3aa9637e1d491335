/// The build: from a description of a data set to its files, by way of listing, grouping,
/// labelling, copies, split and parts. Depends on all other packages of this module; none depends
/// on it.
@NullMarked
package dev.shardline.build;

import org.jspecify.annotations.NullMarked;
