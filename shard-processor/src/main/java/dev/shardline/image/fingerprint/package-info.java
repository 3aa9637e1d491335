/// Finds pictures that show the same, however they were encoded, resized, mirrored or turned: a
/// small grey thumbnail that settles the matter by correlation, and keys that copies share, so that
/// only few pairs are ever compared.
@NullMarked
package dev.shardline.image.fingerprint;

import org.jspecify.annotations.NullMarked;
