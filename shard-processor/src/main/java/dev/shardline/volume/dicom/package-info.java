/// DICOM series as volumes: single-frame files, enhanced multi-frame files and Siemens mosaics,
/// stacked by the positions of their slices.
@NullMarked
package dev.shardline.volume.dicom;

import org.jspecify.annotations.NullMarked;
