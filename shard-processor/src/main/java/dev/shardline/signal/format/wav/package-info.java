/// WAV sound files, as far as biosignal devices and phonocardiograms use them.
///
/// Sources: Microsoft's RIFF/WAVE specification, EBU Tech 3306 (RF64).
@NullMarked
package dev.shardline.signal.format.wav;

import org.jspecify.annotations.NullMarked;
