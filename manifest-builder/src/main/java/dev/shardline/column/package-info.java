/// Columns for tables of tens of millions of rows: primitive values and UTF-8 text in blocks, with
/// no object per row. A row is an `int` from 0. Filled by one thread, then read by many.
@NullMarked
package dev.shardline.column;

import org.jspecify.annotations.NullMarked;
