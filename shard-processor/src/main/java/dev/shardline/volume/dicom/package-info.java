/// DICOM: data sets out of files in the uncompressed and RLE transfer syntaxes, and volumes out of
/// series of single-frame MR and CT slices. What is not read is refused by name.
@NullMarked
package dev.shardline.volume.dicom;

import org.jspecify.annotations.NullMarked;
