/// What in DICOM files is personal, and what of it may leave them: the basic application-level
/// confidentiality profile (PS3.15, annex E, edition 2024b).
@NullMarked
package dev.shardline.dicom.privacy;

import org.jspecify.annotations.NullMarked;
