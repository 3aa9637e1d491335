/// Volumes against nibabel, SciPy, dcm2niix and pydicom, on real scans.
@NullMarked
package dev.shardline.conformance.volume;

import org.jspecify.annotations.NullMarked;
