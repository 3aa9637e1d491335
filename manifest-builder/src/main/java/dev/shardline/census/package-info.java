/// What a finished run holds, counted from its ledgers: for tables, reports and demands.
@NullMarked
package dev.shardline.census;

import org.jspecify.annotations.NullMarked;
