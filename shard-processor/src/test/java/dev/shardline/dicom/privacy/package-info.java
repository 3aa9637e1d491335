@NullMarked
package dev.shardline.dicom.privacy;

import org.jspecify.annotations.NullMarked;
