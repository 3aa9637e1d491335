/// Signal channels over time, as every step on biosignals takes and gives them: the carrier
/// ([Recording]), what is known of one before its values are read ([RecordingHeader]), and reading
/// it by time range ([RecordingReader]). Knows no file format.
///
/// A moment in a signal is a *time point*; index 0 is the first. Times are seconds from it.
@NullMarked
package dev.shardline.signal;

import org.jspecify.annotations.NullMarked;
