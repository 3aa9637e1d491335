/// Files that name objects one by one: tables and lists of URIs.
@NullMarked
package dev.shardline.listing.named;

import org.jspecify.annotations.NullMarked;
