/// S3 Inventory reports: the files that Amazon S3 writes daily or weekly to say what a bucket
/// holds, read instead of listing the bucket.
@NullMarked
package dev.shardline.listing.inventory;

import org.jspecify.annotations.NullMarked;
