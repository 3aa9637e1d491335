/// The page that tells people how a run went: one self-contained HTML file, made of the run's own
/// files.
@NullMarked
package dev.shardline.report;

import org.jspecify.annotations.NullMarked;
