@NullMarked
package dev.shardline.dicom;

import org.jspecify.annotations.NullMarked;
