@NullMarked
package dev.shardline.dicom.pixel;

import org.jspecify.annotations.NullMarked;
