/// The files that prove what happened: the ledger of a part, the identity of a run, the index that
/// holds their digests. See docs/FORMATS.md for the bytes.
@NullMarked
package dev.shardline.lineage;

import org.jspecify.annotations.NullMarked;
