/// BrainVision Core Data Format, versions 1.0 and 2.0: a text header (`.vhdr`), markers (`.vmrk`)
/// and the stored numbers (`.eeg`).
///
/// Sources: Brain Products' BrainVision Core Data Format 1.0; `mne.io.read_raw_brainvision`.
@NullMarked
package dev.shardline.signal.format.brainvision;

import org.jspecify.annotations.NullMarked;
