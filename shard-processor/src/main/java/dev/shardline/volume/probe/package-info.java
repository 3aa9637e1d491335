/// Looks inside volumes, NIfTI and DICOM, on behalf of the builder.
@NullMarked
package dev.shardline.volume.probe;

import org.jspecify.annotations.NullMarked;
