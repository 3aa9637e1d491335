/// From places to objects: what lies under a prefix or in a folder, what an inventory, a manifest
/// or a table of URIs names, as one table of objects in the order of their ids.
@NullMarked
package dev.shardline.listing;

import org.jspecify.annotations.NullMarked;
