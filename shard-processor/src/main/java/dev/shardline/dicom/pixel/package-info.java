/// The stored pixel values of DICOM frames, whatever they are compressed with.
@NullMarked
package dev.shardline.dicom.pixel;

import org.jspecify.annotations.NullMarked;
