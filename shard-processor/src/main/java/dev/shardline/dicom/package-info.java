/// DICOM files as lists of elements (PS3.5, PS3.10): parsing, transfer syntaxes, typed values.
/// Knows nothing of volumes or pictures.
@NullMarked
package dev.shardline.dicom;

import org.jspecify.annotations.NullMarked;
