/// Networks as recipe steps: skull stripping, segmentation, embeddings, through DJL with whatever
/// engine is on the class path. An extension: it is found by [java.util.ServiceLoader], and the
/// program and its image are complete without it and its engines.
@NullMarked
package dev.shardline.model;

import org.jspecify.annotations.NullMarked;
