/// Looks into the files that data sets and runs are described by: manifests, catalogs, ledgers.
@NullMarked
package dev.shardline.inspect.lineage;

import org.jspecify.annotations.NullMarked;
