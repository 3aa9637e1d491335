/// Tables of numbers as text, plain or gzipped: one row a time point, one column a signal channel.
/// BIDS's recordings of physiology (`_physio.tsv.gz` with a JSON file beside it) among them.
///
/// Sources: BIDS 1.10, "Physiological recordings" and "The inheritance principle"; RFC 4180 as far
/// as numbers need it.
@NullMarked
package dev.shardline.signal.format.table;

import org.jspecify.annotations.NullMarked;
